using OrderCheck.Core.Regions;

namespace OrderCheck.Interop.Nhsa.Relay;

/// <summary>How a bureau's gateway expects a request to be signed.</summary>
/// <param name="Scheme">One of <see cref="RegionSignature.Schemes"/>.</param>
/// <param name="Headers">Of each header what it holds, one of <see cref="RegionSignature.Contents"/>.</param>
public sealed record SignatureForm(string Scheme, IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    /// <summary>As public clients of the national platform sign.</summary>
    public static SignatureForm National { get; } = new(
        RegionSignature.Sha256, [.. RegionSignature.Contents.Select(static content => KeyValuePair.Create("x-tif-" + content, content))]);

    public IEnumerable<string> Names => Headers.Select(static header => header.Key);

    /// <summary>The header that holds it, one of <see cref="RegionSignature.Contents"/>.</summary>
    public string NameOf(string content) => Headers.First(header => header.Value == content).Key;

    /// <summary>The region's; the national one where its profile says nothing.</summary>
    public static SignatureForm Of(RegionSignature? region) => region is null ? National : new SignatureForm(region.Scheme, region.Headers);

    /// <summary>The same but for what a hospital says otherwise.</summary>
    /// <param name="scheme">Null keeps it.</param>
    /// <param name="names">Other names of headers by what they hold; what is not there keeps its name.</param>
    public SignatureForm With(string? scheme, IReadOnlyDictionary<string, string> names) => new(
        scheme ?? Scheme, [.. Headers.Select(header => KeyValuePair.Create(names.GetValueOrDefault(header.Value, header.Key), header.Value))]);
}
