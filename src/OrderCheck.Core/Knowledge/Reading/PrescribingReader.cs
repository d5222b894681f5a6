using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>Reads what a prescription must have: consent, and not too many drugs.</summary>
internal static class PrescribingReader
{
    private const int MostKinds = 100;

    private static readonly string[] Cases = ["转自费", "丙类", "目录外"];
    private static readonly string[] Scopes = ["处方", "出院带药"];

    public static ConsentRequirement? Consent(CsvTable table) =>
        table.RequiredWord("case", Cases) is { } which ? new ConsentRequirement { Case = which } : null;

    public static DrugCount? Count(CsvTable table)
    {
        var (scope, most) = (table.RequiredWord("scope", Scopes), table.Whole("most_kinds", 1, MostKinds));
        return table.Required("most_kinds") is not null && scope is not null && most is { } kinds
            ? new DrugCount { Scope = scope, MostKinds = kinds }
            : null;
    }
}
