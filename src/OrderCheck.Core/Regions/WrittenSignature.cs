using System.Text.Json;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Reading;

namespace OrderCheck.Core.Regions;

/// <summary>Reads 'signature' of a region.json: one that nobody here can make would be found out by the bureau, request by request.</summary>
internal static class WrittenSignature
{
    private static readonly Dictionary<string, bool> Members = new() { ["scheme"] = true, ["headers"] = true };
    private static readonly Dictionary<string, string> NothingRefused = [];

    /// <summary>Null where there is none, or what is wrong with it was said.</summary>
    public static RegionSignature? Read(JsonObject region, JsonText text, List<Fault> faults)
    {
        var before = faults.Count;
        if (region.Find("signature") is not { } value || JsonObject.Open(value, "'signature'", Members, NothingRefused, text, faults) is not { } signature)
            return null;
        var scheme = signature.FilledText("scheme");
        if (scheme is not null && !RegionSignature.Schemes.Contains(scheme))
            signature.Fault("scheme", $"'{scheme}' is no way of signing that is known here; 'scheme' must be one of {string.Join(", ", RegionSignature.Schemes)}.");
        var headers = Headers(signature, text, faults);
        return faults.Count == before ? new RegionSignature(scheme!, headers) : null;
    }

    private static List<KeyValuePair<string, string>> Headers(JsonObject signature, JsonText text, List<Fault> faults)
    {
        if (signature.Find("headers") is not { } headers)
            return [];
        if (headers.Kind != JsonTokenType.StartObject)
        {
            signature.Fault("headers", "'headers' must be an object of header names, each with a text that says what it holds.");
            return [];
        }
        var read = new List<KeyValuePair<string, string>>();
        foreach (var header in headers.Members)
        {
            if (Fault(header, read) is { } fault)
                faults.Add(text.FaultAt(fault.At, fault.Message));
            read.Add(KeyValuePair.Create(header.Name, header.Value.Text));
        }
        var missing = RegionSignature.Contents.Except(read.Select(static header => header.Value)).ToList();
        if (missing.Count > 0)
            signature.Fault("headers", $"no header holds {string.Join(", ", missing)}; 'headers' must have one for each of {string.Join(", ", RegionSignature.Contents)}.");
        return read;
    }

    private static (long At, string Message)? Fault(JsonMember header, List<KeyValuePair<string, string>> before)
    {
        var (name, holds) = (header.Name, header.Value);
        if (!IsToken(name))
            return (header.At, $"'{name}' is no name of a header; it may have ASCII letters, digits and -_.");
        if (before.Exists(one => string.Equals(one.Key, name, StringComparison.OrdinalIgnoreCase)))
            return (header.At, $"header '{name}' is there twice.");
        if (holds.Kind != JsonTokenType.String || !RegionSignature.Contents.Contains(holds.Text))
            return (holds.At, $"header '{name}' holds '{holds.Text}'; it must be one of {string.Join(", ", RegionSignature.Contents)}. Headers with a text of their own stand in the file of --bureau.");
        return before.Exists(one => one.Value == holds.Text) ? (holds.At, $"'{holds.Text}' is held by another header already.") : null;
    }

    private static bool IsToken(string name) => name.Length > 0 && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
