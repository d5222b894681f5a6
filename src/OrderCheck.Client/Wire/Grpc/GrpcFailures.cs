using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;

namespace OrderCheck.Client.Wire;

/// <summary>Reads what a failed call says: the status, and google.rpc.Status with its details where there is one.</summary>
internal static class GrpcFailures
{
    public static CallFailure Read(RpcException error)
    {
        var details = Details(error);
        return Failures.Of(
            (Code)(int)error.StatusCode,
            details?.GetDetail<ErrorInfo>()?.Reason ?? "",
            error.Status.Detail,
            [.. Violations(details)]);
    }

    private static IEnumerable<FieldViolation> Violations(Google.Rpc.Status? details) =>
        (details?.GetDetail<BadRequest>()?.FieldViolations ?? []).Select(static v => new FieldViolation(v.Field, v.Description));

    private static Google.Rpc.Status? Details(RpcException error)
    {
        try
        {
            return error.GetRpcStatus();
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }
    }
}
