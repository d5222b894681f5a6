using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using OrderCheck.Grains.Encounters;
using OrderCheck.Grains.Hospitals;
using OrderCheck.Grains.Permissions;
using OrderCheck.Ledger;
using OrderCheck.Ledger.Wire;
using OrderCheck.Server.Health;
using OrderCheck.Server.Identity;
using OrderCheck.Server.Json;
using OrderCheck.Server.Overload;
using Status = Google.Rpc.Status;

namespace OrderCheck.Server.Errors;

/// <summary>
/// The one place where exceptions become what a caller sees: a google.rpc.Status with ErrorInfo (a stable reason) and, for
/// bad form, BadRequest. Never a stack trace, a name or an identity number.
/// </summary>
internal static class ErrorMapper
{
    /// <summary>ErrorInfo's domain.</summary>
    public const string Domain = "ordercheck";

    /// <param name="list">Name of the request's list of facts, which paths in refusals are given by.</param>
    /// <returns>Null for what nobody expected.</returns>
    public static Status? Map(Exception error, string list) => error switch
    {
        MalformedException e => BadForm(e.Violations),
        RefusedException e => Refused(e, list),
        ConflictException e => Make(
            Code.AlreadyExists, e.Kind == "request" ? "request_id_reused" : "id_reused", e.Message, ("kind", e.Kind), ("id", e.Id)),
        UnknownHospitalException e => Make(
            Code.NotFound, "unknown_hospital", $"{e.Message} An administrator adds it with PutHospital.", ("hospital", e.Hospital)),
        NotFoundException e => Make(Code.NotFound, e.Reason, e.Message),
        NotPermittedException e => Make(
            Code.PermissionDenied, "not_permitted", e.Message, ("role", RoleNames.Write(e.Role)), ("operation", e.Operation)),
        UnauthenticatedException e => Make(Code.Unauthenticated, "unauthenticated", e.Message),
        LedgerUnavailableException e => Make(
            Code.Unavailable, e.Reason, $"The record cannot be used now ({e.Reason}); nothing was written. Send the same request again later."),
        OverloadException => Make(Code.Unavailable, "overloaded", error.Message),
        StartingException => Make(Code.Unavailable, "starting", error.Message),
        InvalidProtocolBufferException => Make(Code.InvalidArgument, "bad_form", FormGuard.Unreadable),
        StreamIdleException => Make(Code.DeadlineExceeded, "idle", error.Message),
        TimeoutException => Make(
            Code.DeadlineExceeded, "deadline", "The call did not end in time. A write may have been recorded: send the same request again, with the same request id."),
        _ => null,
    };

    /// <summary>ErrorInfo's reason of what the caller sees.</summary>
    public static string ReasonOf(Exception error) => Map(error, "")?.GetDetail<ErrorInfo>()?.Reason ?? "internal";

    /// <summary>What a caller sees of a fault of ours.</summary>
    public static Status Internal(string errorId) => Make(
        Code.Internal, "internal", $"OrderCheck failed. Its log has the cause under {errorId}.", ("error_id", errorId));

    /// <summary>What is said where a stream's caller has set a deadline that is there.</summary>
    public static Status PastDeadline() => Make(
        Code.DeadlineExceeded, "deadline", "The stream did not end by its caller's deadline. What was answered before stands.");

    /// <summary>Of fields that are not well-formed.</summary>
    public static Status BadForm(IReadOnlyList<FieldViolation> violations)
    {
        var details = new BadRequest();
        details.FieldViolations.AddRange(violations.Select(
            static v => new BadRequest.Types.FieldViolation { Field = v.Path, Description = v.Description }));
        var status = Make(Code.InvalidArgument, "bad_form", new MalformedException(violations).Message);
        status.Details.Add(Any.Pack(details));
        return status;
    }

    /// <summary>Of a text that is no JSON.</summary>
    public static Status NotJson(JsonFault fault)
    {
        var place = $"line {fault.Line}, column {fault.Column}: {fault.Problem}";
        var (line, column) = (fault.Line.ToString(CultureInfo.InvariantCulture), fault.Column.ToString(CultureInfo.InvariantCulture));
        var status = Make(Code.InvalidArgument, "not_json", $"The body cannot be read as JSON: {place}.", ("line", line), ("column", column));
        if (fault.Field.Length > 0)
            status.Details.Add(Any.Pack(new BadRequest { FieldViolations = { new BadRequest.Types.FieldViolation { Field = fault.Field, Description = place } } }));
        return status;
    }

    private static Status Refused(RefusedException error, string list)
    {
        var field = error.Field.StartsWith("facts[", StringComparison.Ordinal) ? list + error.Field["facts".Length..] : error.Field;
        var status = Make(Code.InvalidArgument, "refused", $"{field}: {error.Message}");
        var violation = new BadRequest.Types.FieldViolation { Field = field, Description = error.Message };
        status.Details.Add(Any.Pack(new BadRequest { FieldViolations = { violation } }));
        return status;
    }

    private static Status Make(Code code, string reason, string message, params ReadOnlySpan<(string Name, string Value)> metadata)
    {
        var info = new ErrorInfo { Reason = reason, Domain = Domain };
        foreach (var (name, value) in metadata)
            info.Metadata[name] = value;
        return new Status { Code = (int)code, Message = message, Details = { Any.Pack(info) } };
    }
}
