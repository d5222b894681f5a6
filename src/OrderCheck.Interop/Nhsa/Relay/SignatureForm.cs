using OrderCheck.Core.Regions;

namespace OrderCheck.Interop.Nhsa.Relay;

/// <summary>How a bureau's gateway expects a request to be signed.</summary>
/// <param name="Scheme">One of <see cref="Schemes"/>.</param>
/// <param name="Headers">Of each header what it holds: "paasid", "timestamp", "nonce" or "signature".</param>
public sealed record SignatureForm(string Scheme, IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    /// <summary>SHA-256 or SM3 of timestamp, secret, nonce and timestamp.</summary>
    public static IReadOnlyList<string> Schemes { get; } = [Sha256, Sm3];

    /// <summary>As public clients of the national platform sign.</summary>
    public static SignatureForm National { get; } = new(Sha256,
        [new("x-tif-paasid", PaasId), new("x-tif-timestamp", Timestamp), new("x-tif-nonce", Nonce), new("x-tif-signature", Signature)]);

    internal const string Sha256 = "sha256-nonce";
    internal const string Sm3 = "sm3-nonce";
    internal const string PaasId = "paasid";
    internal const string Timestamp = "timestamp";
    internal const string Nonce = "nonce";
    internal const string Signature = "signature";

    public IEnumerable<string> Names => Headers.Select(static header => header.Key);

    /// <summary>The region's; the national one where its profile says nothing; null where its scheme is not known here.</summary>
    public static SignatureForm? Of(RegionSignature? region) =>
        region is null ? National : Schemes.Contains(region.Scheme) ? new SignatureForm(region.Scheme, region.Headers) : null;

    /// <summary>The national one under other names; null keeps a name.</summary>
    public static SignatureForm Named(string? paasId, string? timestamp, string? nonce, string? signature) => National with
    {
        Headers = [.. National.Headers.Zip([paasId, timestamp, nonce, signature], static (header, own) => new KeyValuePair<string, string>(own ?? header.Key, header.Value))],
    };
}
