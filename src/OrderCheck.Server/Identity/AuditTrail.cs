using OrderCheck.Ledger.Checks;
using OrderCheck.Protocol.V1;

namespace OrderCheck.Server.Identity;

/// <summary>Who administered what, and who was denied what. What is done to encounters is in the ledger itself.</summary>
internal sealed class AuditTrail(ICheckStore store, TimeProvider time)
{
    /// <param name="outcome">Stable: "ok", or the reason of the error that was answered.</param>
    public void Record(CallIdentity identity, string method, object request, string outcome) => store.RecordAudit(new AuditRecord(
        time.GetUtcNow(), identity.Caller, identity.KeyId, method[(method.LastIndexOf('/') + 1)..], SubjectOf(request), outcome));

    private static string SubjectOf(object request) => request switch
    {
        Hospital r => r.Code,
        PutDictionaryRequest r => $"{r.Hospital} {r.Kind}",
        CreateApiKeyRequest r => string.Join(' ', r.Roles),
        RevokeApiKeyRequest r => r.KeyId,
        _ => "",
    };
}
