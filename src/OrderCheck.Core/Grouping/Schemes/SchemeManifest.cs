using System.Collections.Immutable;
using System.Text.Json;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Grouping.Schemes;

/// <summary>
/// scheme.json: <c>{ "name": "CHS-DRG 2.0", "version": "2.0", "sources": ["…"], "switches": { "qyEnabled": "on" } }</c>; the
/// version may be left out.
/// </summary>
internal sealed record SchemeManifest(
    string Name, string Version, ImmutableArray<string> Sources, ImmutableArray<KeyValuePair<string, string>> Switches)
{
    public static SchemeManifest? Read(string? text, List<Fault> faults)
    {
        if (text is null)
        {
            faults.Add(new Fault(SchemeFiles.Manifest, 0, 0, "The folder has no scheme.json: it is not a grouping scheme. Make one with import drg-scheme."));
            return null;
        }
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            return new SchemeManifest(
                root.GetProperty("name").GetString() ?? "",
                root.TryGetProperty("version", out var version) ? version.GetString() ?? "" : "",
                [.. root.GetProperty("sources").EnumerateArray().Select(source => source.GetString() ?? "")],
                [.. root.GetProperty("switches").EnumerateObject().Select(pair => KeyValuePair.Create(pair.Name, pair.Value.GetString() ?? ""))]);
        }
        catch (JsonException bad)
        {
            faults.Add(new Fault(SchemeFiles.Manifest, (int)(bad.LineNumber ?? -1) + 1, (int)(bad.BytePositionInLine ?? -1) + 1, "This is not JSON here."));
        }
        catch (Exception bad) when (bad is KeyNotFoundException or InvalidOperationException)
        {
            faults.Add(new Fault(SchemeFiles.Manifest, 0, 0, "It needs name (text), may have version (text), and needs sources (list of texts) and switches (object of texts)."));
        }
        return null;
    }
}
