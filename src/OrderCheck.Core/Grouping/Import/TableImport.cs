using OrderCheck.Core.Grouping.Language;
using OrderCheck.Core.Grouping.Schemes;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Grouping.Import;

/// <summary>
/// Makes a scheme of restated official tables: mdc, adrg, drg with rules; mdc_dx, adrg_dx, adrg_op, op_all,
/// mdcz_body_part_dx, mcc, cc, exclusion with codes. Where a table says a rule in words, it is written out in the language.
/// </summary>
public sealed class TableImport
{
    private const string BodyPart = "DI_Z0";

    /// <summary>Policy switches ask for these, whether a rule does or not.</summary>
    private static readonly HashSet<string> AskedBySwitches = ["OP_ALL", "DI_M00", "DI_N00", "DI_Y00"];

    private readonly Func<string, string?> _textOf;
    private readonly List<Fault> _faults = [];
    private readonly List<string> _warnings = [];
    private readonly SchemeWriter _writer = new();
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);

    private TableImport(Func<string, string?> textOf) => _textOf = textOf;

    /// <param name="textOf">A file's text by name, null where it is absent.</param>
    /// <param name="icd">Likewise, for the code tables.</param>
    public static SchemeImport Read(
        Func<string, string?> textOf, Func<string, string?> icd, params ReadOnlySpan<KeyValuePair<string, string>> settings)
    {
        var import = new TableImport(textOf);
        import._writer.AddCodes(new IcdTables(icd, import._faults));
        return import.Read(settings);
    }

    private SchemeImport Read(ReadOnlySpan<KeyValuePair<string, string>> settings)
    {
        var parts = BodyParts();
        var edition = ReadMdcs(parts.Count);
        ReadAdrgs();
        ReadDrgs();
        WriteSets(parts);
        WriteComplications();
        var lists = WriteOtherOpAll();
        var switches = edition.Switches;
        foreach (var (name, value) in settings)
            switches = Set(switches, name, value, lists);
        var files = _faults.Count > 0 ? [] : _writer.Finish(edition.Name, edition.Version, [edition.Source], switches);
        return new SchemeImport(files, _faults, _warnings, _writer.CodesInNoTable);
    }

    private PolicySwitches Set(PolicySwitches switches, string name, string value, List<string> lists)
    {
        try
        {
            return switches.With(name, value, lists);
        }
        catch (FormatException bad)
        {
            _faults.Add(new Fault($"--set {name}={value}", 0, 0, bad.Message));
            return switches;
        }
    }

    private SchemeEdition ReadMdcs(int bodyParts)
    {
        var table = Table("mdc.csv", "code", "name", "order", "rule");
        foreach (var row in table.Rows)
            _writer.Mdc.Write(table.Get(row, "code"), table.Get(row, "name"), table.Get(row, "order"), InLanguage(table, row, bodyParts));
        return SchemeEdition.Of(Table("drg.csv", "code").Rows.Count());
    }

    /// <summary>What is said in words: MDCA's trial, and MDCZ's count of body parts.</summary>
    private string InLanguage(SchemeTable table, CsvRow row, int bodyParts)
    {
        var rule = table.Get(row, "rule");
        if (table.Get(row, "code") == "MDCA")
            return "";
        if (rule.Contains("body parts", StringComparison.Ordinal))
            rule = TwoBodyParts(bodyParts);
        Ask(table, row, rule);
        return rule;
    }

    /// <summary>The principal diagnosis is of a trauma, and the diagnoses together are of at least two parts of the body.</summary>
    private static string TwoBodyParts(int count)
    {
        var parts = Enumerable.Range(1, count).Select(number => BodyPart + number).ToList();
        var pairs = parts.Take(count - 1).Select((part, at) =>
            $"({{ZYZD, QTZD}} in {part} and {{ZYZD, QTZD}} in {{{string.Join(", ", parts.Skip(at + 1))}}})");
        return $"ZYZD in DI_Z00 and ({string.Join(" or ", pairs)})";
    }

    private void ReadAdrgs()
    {
        var table = Table("adrg.csv", "code", "name", "mdc", "type", "order_in_mdc", "rule");
        foreach (var mdc in table.Rows.GroupBy(row => table.Get(row, "mdc")))
        {
            var rows = mdc.OrderBy(row => table.GetNumber(row, "order_in_mdc")).ToList();
            var firstMedical = rows.FindIndex(row => table.Get(row, "type") == "medical");
            // One number is left free for the QY row.
            var sort = 0;
            foreach (var (at, row) in rows.Index())
            {
                if (at == firstMedical)
                    WriteAmbiguous(mdc.Key, ++sort);
                WriteAdrg(table, row, ++sort);
            }
        }
    }

    private void WriteAdrg(SchemeTable table, CsvRow row, int sort)
    {
        var rule = table.Get(row, "rule");
        Ask(table, row, rule);
        _writer.Adrg.Write(table.Get(row, "code"), table.Get(row, "name"), table.Get(row, "mdc"), table.Get(row, "type"), $"{sort}", rule);
    }

    /// <summary>As NHSA's 3.0 workbook places it; MDCP's asks for a newborn too.</summary>
    private void WriteAmbiguous(string mdc, int sort)
    {
        if (mdc.Length != 4 || "ASTXY".Contains(mdc[3]))
            return;
        var code = $"{mdc[3]}QY";
        _writer.Adrg.Write(code, "歧义组", mdc, "ambiguous", $"{sort}", mdc == "MDCP" ? "ZYSS in OP_ALL and XSRTL < 29" : "ZYSS in OP_ALL");
        _writer.Drg.Write(code, "歧义组", code, "1", "");
    }

    private void ReadDrgs()
    {
        var table = Table("drg.csv", "code", "name", "adrg", "order_in_adrg", "rule");
        foreach (var adrg in table.Rows.GroupBy(row => table.Get(row, "adrg")))
        {
            // Some tables list a city's own divisions behind the one that takes everything.
            var rows = adrg.OrderBy(row => table.Get(row, "rule") is "" or "1").ThenBy(row => table.GetNumber(row, "order_in_adrg"));
            foreach (var (at, row) in rows.Index())
            {
                Ask(table, row, table.Get(row, "rule"));
                _writer.Drg.Write(table.Get(row, "code"), table.Get(row, "name"), adrg.Key, $"{at + 1}", table.Get(row, "rule"));
            }
        }
    }

    private void Ask(SchemeTable table, CsvRow row, string rule)
    {
        try
        {
            _asked.UnionWith(RuleNames.Of(RuleParser.Parse(rule)).Select(set => set.Name));
        }
        catch (RuleSyntaxException bad)
        {
            table.RefuseInside(row, "rule", bad.Line, bad.Column, bad.Message);
        }
    }

    private List<string> BodyParts()
    {
        var table = Table("mdcz_body_part_dx.csv", "body_part", "icd10");
        return [.. table.Rows.Select(row => table.Get(row, "body_part")).Distinct()];
    }

    private void WriteSets(List<string> bodyParts)
    {
        AddMembers("mdc_dx.csv", "icd10", (table, row) => [$"DI_{Letter(table.Get(row, "mdc"))}00"]);
        AddMembers("mdcz_body_part_dx.csv", "icd10", (table, row) => [$"{BodyPart}{bodyParts.IndexOf(table.Get(row, "body_part")) + 1}"]);
        AddMembers("adrg_dx.csv", "icd10", (table, row) => ListNames("DI", table.Get(row, "adrg"), table.Get(row, "list")));
        AddMembers("adrg_op.csv", "icd9", (table, row) => ListNames("OP", table.Get(row, "adrg"), table.Get(row, "list")));
        AddMembers("op_all.csv", "icd9", (_, _) => ["OP_ALL"]);
        foreach (var name in _asked.Except(_given).Order(StringComparer.Ordinal))
        {
            _warnings.Add($"No table has codes of {name}: nothing is in it.");
            _writer.AddMember(name, "");
        }
    }

    /// <summary>List 1 is called both OP_x and OP1_x.</summary>
    private static string[] ListNames(string kind, string group, string list) =>
        list == "1" ? [$"{kind}_{group}", $"{kind}1_{group}"] : [$"{kind}{list}_{group}"];

    private void AddMembers(string file, string codeColumn, Func<SchemeTable, CsvRow, string[]> setsOf)
    {
        var table = Table(file, codeColumn);
        foreach (var row in table.Rows)
            foreach (var set in setsOf(table, row).Where(set => _asked.Contains(set) || AskedBySwitches.Contains(set)))
            {
                _given.Add(set);
                _writer.AddMember(set, table.Get(row, codeColumn));
            }
    }

    private List<string> WriteOtherOpAll()
    {
        const string File = "op_all_sources.csv";
        if (_textOf(File) is null)
            return [];
        var table = Table(File, "icd9");
        var lists = new List<string>();
        foreach (var column in new[] { "in_any_adrg_op_list", "in_opendrg_site2026" })
        {
            var members = table.Rows.Where(row => table.Get(row, column) == "1").Select(row => table.Get(row, "icd9")).ToList();
            if (members.Count == 0)
                continue;
            lists.Add(column[3..]);
            foreach (var code in members)
                _writer.AddMember(SchemeFiles.OtherOpAll + column[3..], code);
        }
        return lists;
    }

    private void WriteComplications()
    {
        foreach (var (file, level) in new[] { ("mcc.csv", "MCC"), ("cc.csv", "CC") })
        {
            var table = Table(file, "icd10", "exclusion_group");
            foreach (var row in table.Rows)
                _writer.AddComplication(table.Get(row, "icd10"), level, table.Get(row, "exclusion_group"));
        }
        var exclusions = Table("exclusion.csv", "exclusion_group", "principal_icd10");
        foreach (var row in exclusions.Rows)
            _writer.AddExclusion(exclusions.Get(row, "exclusion_group"), exclusions.Get(row, "principal_icd10"));
    }

    private static string Letter(string mdc) => mdc.Length == 4 ? mdc[3..] : mdc;

    private SchemeTable Table(string file, params ReadOnlySpan<string> columns)
    {
        var text = _textOf(file);
        if (text is null)
            _faults.Add(new Fault(file, 0, 0, "This table is missing."));
        return new SchemeTable(file, text, _faults, columns);
    }
}
