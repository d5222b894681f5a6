using System.Text.Json;
using OrderCheck.Core.Rules.Reading;

namespace OrderCheck.Core.Rules.Differences;

/// <summary>A rule as its file writes it: each property with its text.</summary>
/// <param name="File">"payment/sex.json".</param>
internal sealed record RuleTexts(string File, string Name, IReadOnlyDictionary<string, string> Properties)
{
    public string Title => Properties.GetValueOrDefault("title", "");

    public string Family => Properties.GetValueOrDefault("family", "");

    /// <exception cref="UnreadableFileException">A rule file is no JSON object with rules.</exception>
    public static IReadOnlyList<RuleTexts> Of(RuleFolder folder) => [.. folder.Files.Where(FolderLayout.IsRuleFile).SelectMany(Read)];

    /// <summary>Of each knowledge file the families of the rules that read it, "性别"; by the file's path.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Families(RuleFolder folder) => Of(folder)
        .Where(static rule => rule.Properties.ContainsKey("knowledge"))
        .GroupBy(static rule => $"knowledge/{rule.Properties["knowledge"]}.csv", static rule => rule.Family)
        .Select(static file => KeyValuePair.Create(file.Key, string.Join('、', file.Distinct())));

    private static IEnumerable<RuleTexts> Read(RuleFile file)
    {
        using var document = Parse(file);
        foreach (var rule in Member(file, document.RootElement, "Rules").EnumerateArray())
        {
            var properties = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var member in rule.EnumerateObject().Where(static member => member.Name is not ("RuleName" or "Properties")))
                properties[member.Name] = Text(member.Value);
            foreach (var property in Member(file, rule, "Properties").EnumerateObject())
                properties[property.Name] = Text(property.Value);
            yield return new RuleTexts(file.Path, Text(Member(file, rule, "RuleName")), properties);
        }
    }

    private static JsonDocument Parse(RuleFile file)
    {
        try
        {
            return JsonDocument.Parse(file.Text);
        }
        catch (JsonException e)
        {
            throw new UnreadableFileException(file.Path, (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1, "This is no JSON.");
        }
    }

    private static JsonElement Member(RuleFile file, JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member)
            ? member
            : throw new UnreadableFileException(file.Path, 1, 1, $"'{name}' is missing.");

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
