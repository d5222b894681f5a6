using OrderCheck.Interop.Nhsa.Relay;

namespace OrderCheck.Server.Nhsa.Relay;

/// <summary>By what a bureau's gateway knows the hospital.</summary>
/// <param name="form">Null: as the hospital's region signs.</param>
internal sealed class BureauCredentials(string paasId, string secret, SignatureForm? form)
{
    public SignatureForm? Form => form;

    public IReadOnlyList<KeyValuePair<string, string>> Sign(SignatureForm by, DateTimeOffset now) =>
        BureauSignature.Headers(by, paasId, secret, now, BureauSignature.NewNonce());

    /// <summary>Never the secret, wherever it is written.</summary>
    public override string ToString() => paasId;
}
