using OrderCheck.Core.Grouping.Import;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Tests.Grouping;

/// <summary>
/// A workbook in the form of NHSA's 3.0, made of what is known of it: the official rules of MDCs and of sampled groups, and for
/// the rest rules of the official shapes, with sets that hold just the codes of the official witness cases.
/// </summary>
internal sealed class WitnessWorkbook
{
    private static readonly string[] Major = ["A19.000x012"];
    private static readonly string[] Minor = ["B05.801"];

    private readonly IReadOnlyList<LabelledCase> _cases;
    private readonly Dictionary<string, string> _officialRules;
    private readonly SortedSet<(string Set, string Code)> _members = [];

    private WitnessWorkbook(IReadOnlyList<LabelledCase> cases)
    {
        _cases = cases;
        _officialRules = Table("adrg_rules_sample.csv").ToDictionary(row => row[0], row => row[2]);
    }

    public static IReadOnlyList<WorkbookSheet> Of(IReadOnlyList<LabelledCase> cases) => new WitnessWorkbook(cases).Sheets();

    private WorkbookSheet[] Sheets()
    {
        var adrgs = _cases.GroupBy(row => Drg(row)[..3]).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        List<IReadOnlyList<string>> adrgRows = [["", "code", "name", "rule", "mdc", "sort"]];
        List<IReadOnlyList<string>> drgRows = [["code", "name", "rule", "adrg", "mdc", "sort"]];
        foreach (var (at, adrg) in adrgs.Index())
        {
            adrgRows.Add(["", adrg.Key, "", RuleOf(adrg.Key, adrg.First()), $"MDC{adrg.Key[0]}", $"{at + 1}"]);
            var divisions = adrg.Select(Drg).Distinct().OrderBy(code => Place(code[^1])).ToList();
            drgRows.AddRange(divisions.Select((code, place) =>
                (IReadOnlyList<string>)[code, "", DivisionRule(code, divisions), adrg.Key, $"MDC{adrg.Key[0]}", $"{place + 1}"]));
        }
        foreach (var row in _cases)
            AddMdcSets(row);
        return
        [
            new("MDC", [["配置"], ["code", "name", "rule", "sort"], .. Table("mdc_rules.csv"), ["0000", "未入组", "", "27"]]),
            new("ADRG", adrgRows),
            new("DRG", drgRows),
            new("集合", [["set_id", "icd_code"], .. _members.Select(member => (IReadOnlyList<string>)[member.Set, member.Code])]),
            new("CC", [["icd", "name", "exclusion_set", "type"], .. Major.Select(code => Complication(code, "MCC")), .. Minor.Select(code => Complication(code, "CC"))]),
            new("排除表", [["exclusion_set", "icd_principal"], ["E1", "Z99.900"]]),
        ];
    }

    private static IReadOnlyList<string> Complication(string code, string level) => [code, "", "E1", level];

    private string RuleOf(string adrg, LabelledCase witness)
    {
        var (diagnosis, procedures) = (witness.Case.Diagnoses[0], witness.Case.Procedures);
        var rule = adrg[1..] == "QY"
            ? adrg == "PQY" ? "ZYSS in OP_ALL_x000D_\nAND XSRTL < 29" : "ZYSS in OP_ALL"
            : _officialRules.GetValueOrDefault(adrg) ?? (procedures.IsEmpty ? $"ZYZD in DI_{adrg}" : $"ZYSS in OP_{adrg}");
        foreach (var procedure in procedures)
            _members.Add(("OP_ALL", procedure));
        foreach (var row in _cases.Where(row => Drg(row).StartsWith(adrg, StringComparison.Ordinal) && adrg[1..] != "QY"))
        {
            _members.Add(($"DI_{adrg}", row.Case.Diagnoses[0]));
            foreach (var (at, procedure) in row.Case.Procedures.Index())
                _members.Add((row.Case.Procedures.Length > 1 ? $"OP{at + 1}_{adrg}" : $"OP_{adrg}", procedure));
        }
        return rule;
    }

    private void AddMdcSets(LabelledCase row)
    {
        if (Drg(row)[0] == 'Z')
            foreach (var (at, diagnosis) in row.Case.Diagnoses.Index())
                _members.Add(($"DI_Z0{at + 1}", diagnosis));
        else if (Drg(row)[0] != 'A')
            _members.Add(($"DI_{Drg(row)[0]}00", row.Case.Diagnoses[0]));
    }

    private static string DivisionRule(string code, List<string> divisions)
    {
        var major = divisions.Any(other => other[^1] is '1' or 'E');
        var minor = major ? "QTZD in CC" : "QTZD in {MCC, CC}";
        return code[^1] switch
        {
            _ when code.Length == 3 => "",
            '1' => "QTZD in MCC",
            '3' => minor,
            'E' => "QTZD in MCC and NL>=70",
            'F' => $"{minor} and NL>=70",
            _ => "",
        };
    }

    private static int Place(char division) => "EFGHD135".IndexOf(division, StringComparison.Ordinal) is >= 0 and var place ? place : 99;

    private static string Drg(LabelledCase row) => row.Columns["expected_drg"];

    private static IEnumerable<IReadOnlyList<string>> Table(string file) =>
        CsvRow.ReadAll(ReferenceTables.TextOf("chs-drg-3.0", file)!).Skip(1).Select(row => row.Fields);
}
