namespace OrderCheck.Core.Regions;

/// <summary>How a request to a region's bureau is signed.</summary>
/// <param name="Scheme">One of <see cref="Schemes"/>.</param>
/// <param name="Headers">Of each header of the request what it holds: each of <see cref="Contents"/> once.</param>
public sealed record RegionSignature(string Scheme, IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    public const string Sha256 = "sha256-nonce";
    public const string Sm3 = "sm3-nonce";
    public const string PaasId = "paasid";
    public const string Timestamp = "timestamp";
    public const string Nonce = "nonce";
    public const string Signature = "signature";

    /// <summary>SHA-256 or SM3 of timestamp, secret, nonce and timestamp.</summary>
    public static IReadOnlyList<string> Schemes { get; } = [Sha256, Sm3];

    /// <summary>What the headers of a signature hold. What a gateway wants besides is the hospital's to say, in the file of --bureau.</summary>
    public static IReadOnlyList<string> Contents { get; } = [PaasId, Timestamp, Nonce, Signature];
}
