using System.Text.Json;
using OrderCheck.Core.Rules.Reading;

namespace OrderCheck.Core.Rules.Cases.Reading;

/// <summary>Reads cases/NAME.json: an object with the cases and what they have in common.</summary>
internal static class CaseFileReader
{
    public static IReadOnlyList<RuleCase> Read(RuleFile file, Release release, CaseNames names, List<Fault> faults)
    {
        if (!file.Path.EndsWith(".json", StringComparison.Ordinal))
        {
            faults.Add(new Fault(file.Path, 0, 0, "Cases are in cases/NAME.json."));
            return [];
        }
        var reading = new CaseReading(new JsonText(file), names, faults);
        if (JsonReading.Read(reading.Text, faults) is not { } root
            || CaseObject.Open(root, "A case file", ["病例"], ["说明", "医院", "知识", "字典"], reading) is not { } whole)
            return [];
        if (whole.Find("病例") is not { Kind: JsonTokenType.StartArray, Elements.Count: > 0 } list)
        {
            whole.Fault("病例", "'病例' must be a list of at least one case.");
            return [];
        }
        if (CaseRows.Of(whole, release, reading) is not { } rows)
            return [];
        return [.. list.Elements.Select(value => CaseReader.Read(value, rows, new CaseReading(reading.Text, names, faults))).OfType<RuleCase>()];
    }
}
