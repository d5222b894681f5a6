using OrderCheck.Interop.Nhsa.Relay;

namespace OrderCheck.Server.Nhsa.Relay;

/// <summary>By what a bureau's gateway knows the hospital.</summary>
/// <param name="scheme">Null: as the hospital's region signs.</param>
/// <param name="names">Of headers that the gateway calls otherwise than the region says, by what they hold.</param>
internal sealed class BureauCredentials(string paasId, string secret, string? scheme, IReadOnlyDictionary<string, string> names)
{
    /// <param name="region">How the hospital's region signs.</param>
    public SignatureForm FormIn(SignatureForm region) => region.With(scheme, names);

    public IReadOnlyList<KeyValuePair<string, string>> Sign(SignatureForm region, DateTimeOffset now) =>
        BureauSignature.Headers(FormIn(region), paasId, secret, now, BureauSignature.NewNonce());

    /// <summary>Never the secret, wherever it is written.</summary>
    public override string ToString() => paasId;
}
