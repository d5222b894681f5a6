using OrderCheck.Ledger.Checks;
using OrderCheck.Protocol.V1;

namespace OrderCheck.Server.Identity;

/// <summary>
/// Who administered what, who read what was ordered for a patient, and who was denied what. What is done to encounters is in
/// the ledger itself.
/// </summary>
internal sealed class AuditTrail(ICheckStore store, TimeProvider time)
{
    private const int LongestSubject = 200;

    /// <param name="outcome">Stable: "ok", "cancelled", or the reason of the error that was answered.</param>
    public void Record(CallIdentity identity, string method, object request, string outcome) => store.RecordAudit(new AuditRecord(
        time.GetUtcNow(), identity.Caller, identity.KeyId, method[(method.LastIndexOf('/') + 1)..], Kept(SubjectOf(identity, request)), outcome));

    private static string SubjectOf(CallIdentity identity, object request) => request switch
    {
        Hospital r => r.Code,
        PutDictionaryRequest r => $"{r.Hospital} {r.Kind}",
        CreateApiKeyRequest r => string.Join(' ', r.Roles),
        RevokeApiKeyRequest r => r.KeyId,
        GetCheckRequest r => IsCheckId(r.CheckId) ? r.CheckId : "",
        ListLateRequest r => r.Doctor.Length > 0 ? r.Doctor : identity.Caller.Person,
        ListWorkRequest r => $"{(r.Day.Length > 0 ? r.Day : "routed")} {r.Ward}".TrimEnd(),
        ListRuleCountsRequest r => $"{(r.Rule.Length > 0 ? r.Rule : "all")} {r.FromDay} {r.ToDay}".TrimEnd(),
        _ => "",
    };

    /// <summary>Whatever else somebody looks for a check by, e.g. a patient's name, stays out of the record.</summary>
    private static bool IsCheckId(string text) => Guid.TryParseExact(text, "D", out _);

    /// <summary>A subject that no well-formed request has is not kept: a store may refuse it, and everything recorded beside it.</summary>
    private static string Kept(string subject) =>
        subject.Length <= LongestSubject && !subject.Any(static c => char.IsControl(c) || char.IsSurrogate(c)) ? subject : "";
}
