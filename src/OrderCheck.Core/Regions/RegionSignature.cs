namespace OrderCheck.Core.Regions;

/// <summary>How a request to a region's bureau is signed.</summary>
/// <param name="Scheme">A scheme that the relay knows; it refuses to start on another.</param>
/// <param name="Headers">Of each header of the request what it holds: a word of the scheme ("timestamp", "nonce", "signature") or a setting's name.</param>
public sealed record RegionSignature(string Scheme, IReadOnlyList<KeyValuePair<string, string>> Headers);
