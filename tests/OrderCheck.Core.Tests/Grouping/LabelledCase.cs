using System.Collections.Immutable;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Grouping;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Tests.Grouping;

/// <summary>A case with what another grouper said about it.</summary>
internal sealed record LabelledCase(string Id, GroupingCase Case, IReadOnlyDictionary<string, string> Columns)
{
    public static IReadOnlyList<LabelledCase> Read(string file)
    {
        var rows = CsvRow.ReadAll(ReferenceTables.TextOf("cases", file)!).ToList();
        return [.. rows.Skip(1).Select(row => Of(rows[0].Fields.Zip(row.Fields).ToDictionary(pair => pair.First, pair => pair.Second)))];
    }

    private static LabelledCase Of(Dictionary<string, string> columns) => new(
        columns["case_id"],
        new GroupingCase(Codes(columns["diagnoses"]), Codes(columns["procedures"]))
        {
            Sex = (Sex)int.Parse(columns["sex"]),
            AgeYears = Number(columns, "age_years"),
            AgeDays = Number(columns, "age_days"),
            BirthWeightGrams = Number(columns, "birth_weight_g"),
            StayDays = Number(columns, "los_days"),
        },
        columns);

    private static ImmutableArray<string> Codes(string text) => text.Length == 0 ? [] : [.. text.Split('|')];

    private static int? Number(Dictionary<string, string> columns, string name) =>
        columns.TryGetValue(name, out var text) && text.Length > 0 ? int.Parse(text) : null;
}
