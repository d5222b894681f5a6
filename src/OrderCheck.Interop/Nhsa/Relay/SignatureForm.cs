namespace OrderCheck.Interop.Nhsa.Relay;

/// <summary>Under which names a bureau's gateway expects the headers of its signature.</summary>
public sealed record SignatureForm(string PaasId, string Timestamp, string Nonce, string Signature)
{
    public static SignatureForm National { get; } = new("x-tif-paasid", "x-tif-timestamp", "x-tif-nonce", "x-tif-signature");

    public IReadOnlyList<string> Names => [PaasId, Timestamp, Nonce, Signature];
}
