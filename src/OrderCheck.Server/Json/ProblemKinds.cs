using System.Collections.Frozen;
using Google.Rpc;

namespace OrderCheck.Server.Json;

/// <summary>What a gRPC code is called in JSON, its HTTP status and its title; the titles are stable.</summary>
internal static class ProblemKinds
{
    private static readonly FrozenDictionary<Code, (string Name, int Http, string Title)> Kinds = new Dictionary<Code, (string, int, string)>
    {
        [Code.Cancelled] = ("CANCELLED", StatusCodes.Status408RequestTimeout, "The caller ended the call"),
        [Code.Unknown] = ("UNKNOWN", StatusCodes.Status500InternalServerError, "OrderCheck failed"),
        [Code.InvalidArgument] = ("INVALID_ARGUMENT", StatusCodes.Status400BadRequest, "The request is not well-formed"),
        [Code.DeadlineExceeded] = ("DEADLINE_EXCEEDED", StatusCodes.Status504GatewayTimeout, "The call did not end in time"),
        [Code.NotFound] = ("NOT_FOUND", StatusCodes.Status404NotFound, "What was asked for is not here"),
        [Code.AlreadyExists] = ("ALREADY_EXISTS", StatusCodes.Status409Conflict, "The id is taken by other content"),
        [Code.PermissionDenied] = ("PERMISSION_DENIED", StatusCodes.Status403Forbidden, "The caller may not do this"),
        [Code.Unauthenticated] = ("UNAUTHENTICATED", StatusCodes.Status401Unauthorized, "The caller is not known"),
        [Code.ResourceExhausted] = ("RESOURCE_EXHAUSTED", StatusCodes.Status429TooManyRequests, "Too much was asked for"),
        [Code.FailedPrecondition] = ("FAILED_PRECONDITION", StatusCodes.Status400BadRequest, "This cannot be done now"),
        [Code.Aborted] = ("ABORTED", StatusCodes.Status409Conflict, "Another call came first"),
        [Code.OutOfRange] = ("OUT_OF_RANGE", StatusCodes.Status400BadRequest, "A value is out of range"),
        [Code.Unimplemented] = ("UNIMPLEMENTED", StatusCodes.Status501NotImplemented, "There is no such method"),
        [Code.Internal] = ("INTERNAL", StatusCodes.Status500InternalServerError, "OrderCheck failed"),
        [Code.Unavailable] = ("UNAVAILABLE", StatusCodes.Status503ServiceUnavailable, "OrderCheck cannot do this now"),
        [Code.DataLoss] = ("DATA_LOSS", StatusCodes.Status500InternalServerError, "OrderCheck failed"),
    }.ToFrozenDictionary();

    public static (string Name, int Http, string Title) Of(Code code) => Kinds.TryGetValue(code, out var kind) ? kind : Kinds[Code.Unknown];
}
