using OrderCheck.Core.Rules.Reading;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Rules.Documentation;

/// <summary>NHSA's 88 rules of 2025, and why some of them are no matter of an order (coverage/*.csv).</summary>
internal sealed record OfficialRules(IReadOnlyList<OfficialRule> Rules, IReadOnlyDictionary<int, string> Elsewhere)
{
    private const int Last = 88;
    private const string RulesFile = FolderLayout.Coverage + "rules_2025.csv";
    private const string ElsewhereFile = FolderLayout.Coverage + "elsewhere.csv";

    public static OfficialRules Read(RuleFolder folder, List<Fault> faults)
    {
        var rules = new SortedDictionary<int, OfficialRule>();
        Each(folder, RulesFile, "name", faults, (number, name) => rules[number] = new OfficialRule(number, name));
        var elsewhere = new Dictionary<int, string>();
        Each(folder, ElsewhereFile, "treated", faults, (number, treated) => elsewhere[number] = treated);
        if (faults.Count == 0 && rules.Count != Last)
            faults.Add(new Fault(RulesFile, 0, 0, $"The file has {rules.Count} of the {Last} rules."));
        return new OfficialRules([.. rules.Values], elsewhere);
    }

    private static void Each(RuleFolder folder, string path, string column, List<Fault> faults, Action<int, string> take)
    {
        if (folder.Find(path) is not { } file)
        {
            faults.Add(new Fault(path, 0, 0, "The file is not there: the 88 rules of 2025, and where those without a rule of the folder are treated."));
            return;
        }
        using var table = CsvTable.Open(file, [CsvColumn.Must("number"), CsvColumn.Must(column), CsvColumn.May("class"), CsvColumn.May("official_code"), CsvColumn.May("source")], faults);
        while (table?.Next() == true)
        {
            if (table.RequiredNumber("number", 1, Last, 0) is { } number && table.Required(column) is { } text)
                take((int)number, text);
        }
    }
}
