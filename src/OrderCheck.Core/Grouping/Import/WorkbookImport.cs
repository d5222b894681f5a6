using System.Text.RegularExpressions;
using OrderCheck.Core.Grouping.Language;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Grouping.Import;

/// <summary>
/// Makes a scheme of NHSA's 3.0 workbook: sheets MDC, ADRG, DRG with rules, 集合 with the codes of the sets, CC with
/// complications, 排除表 with exclusions (按病组（DRG）付费3.0版分组方案配置信息, 2026-09-09).
/// </summary>
public sealed partial class WorkbookImport
{
    private static readonly string[] Sources = ["国家医疗保障局：按病组（DRG）付费3.0版分组方案配置信息（2026-09-09 更新）"];

    private readonly IReadOnlyList<WorkbookSheet> _sheets;
    private readonly List<Fault> _faults = [];
    private readonly List<string> _warnings = [];
    private readonly SchemeWriter _writer = new();
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    private WorkbookImport(IReadOnlyList<WorkbookSheet> sheets) => _sheets = sheets;

    /// <param name="icd">A code table's text by file name, null where it is absent.</param>
    public static SchemeImport Read(
        IReadOnlyList<WorkbookSheet> sheets, Func<string, string?> icd, params ReadOnlySpan<KeyValuePair<string, string>> settings)
    {
        var import = new WorkbookImport(sheets);
        import._writer.AddCodes(new IcdTables(icd, import._faults));
        import.ReadGroups();
        import.ReadSets();
        import.ReadComplications();
        var switches = new PolicySwitches { QyEnabled = true, StopUnmatched = true };
        foreach (var (name, value) in settings)
            switches = import.Set(switches, name, value);
        var files = import._faults.Count > 0 ? [] : import._writer.Finish("CHS-DRG 3.0", "3.0", Sources, switches);
        return new SchemeImport(files, import._faults, import._warnings, import._writer.CodesInNoTable);
    }

    private void ReadGroups()
    {
        var mdc = new SheetRows(_sheets, "MDC", 2, MdcCode(), _faults);
        foreach (var row in mdc.Numbers.Where(row => mdc.Get(row, 0) != GroupResult.None))
            _writer.Mdc.Write(mdc.Get(row, 0), mdc.Get(row, 1), Sort(mdc, row, 3), Rule(mdc, row, 2));
        var adrg = new SheetRows(_sheets, "ADRG", 1, GroupCode(), _faults);
        foreach (var row in adrg.Numbers.Where(row => adrg.Get(row, 0) != GroupResult.None))
            _writer.Adrg.Write(adrg.Get(row, 0), adrg.Get(row, 1), MdcOf(adrg, row, 3), KindOf(adrg.Get(row, 0)), Sort(adrg, row, 4), Rule(adrg, row, 2));
        var drg = new SheetRows(_sheets, "DRG", 1, GroupCode(), _faults);
        foreach (var row in drg.Numbers.Where(row => drg.Get(row, 0) != GroupResult.None))
            _writer.Drg.Write(drg.Get(row, 0), drg.Get(row, 1), drg.Get(row, 3), Sort(drg, row, 5), Rule(drg, row, 2));
    }

    private void ReadSets()
    {
        var sets = new SheetRows(_sheets, "集合", 1, SetCode(), _faults);
        foreach (var row in sets.Numbers)
        {
            if (!SetCode().IsMatch(sets.Get(row, 0)))
                sets.Refuse(row, 0, $"'{sets.Get(row, 0)}' is no set name: diagnoses are in DI…, procedures in OP….");
            _given.Add(sets.Get(row, 0));
            _writer.AddMember(sets.Get(row, 0), sets.Get(row, 1));
        }
        foreach (var name in _asked.Except(_given).Order(StringComparer.Ordinal))
        {
            _warnings.Add($"No row of sheet 集合 has codes of {name}: nothing is in it.");
            _writer.AddMember(name, "");
        }
    }

    private void ReadComplications()
    {
        var complications = new SheetRows(_sheets, "CC", 1, IcdCode(), _faults);
        foreach (var row in complications.Numbers)
        {
            if (complications.Get(row, 3) is not ("MCC" or "CC"))
                complications.Refuse(row, 3, $"'{complications.Get(row, 3)}' is neither MCC nor CC.");
            _writer.AddComplication(complications.Get(row, 0), complications.Get(row, 3), complications.Get(row, 2));
        }
        // An exclusion set's name may look like anything: it is taken from the first column that is not blank.
        var exclusions = new SheetRows(_sheets, "排除表", 1, Anything(), _faults);
        foreach (var row in exclusions.Numbers)
            _writer.AddExclusion(exclusions.Get(row, 0), exclusions.Get(row, 1));
    }

    private string Rule(SheetRows sheet, int row, int column)
    {
        var rule = sheet.Get(row, column);
        try
        {
            _asked.UnionWith(RuleNames.Of(RuleParser.Parse(rule)).Select(set => set.Name));
        }
        catch (RuleSyntaxException bad)
        {
            sheet.Refuse(row, column, $"Line {bad.Line}, character {bad.Column} of the rule: {bad.Message}");
        }
        return rule.Replace("_x000D_", "", StringComparison.Ordinal);
    }

    private static string Sort(SheetRows sheet, int row, int column)
    {
        var text = sheet.Get(row, column);
        if (!int.TryParse(text, out _))
            sheet.Refuse(row, column, $"The place '{text}' is no whole number.");
        return text;
    }

    private static string MdcOf(SheetRows sheet, int row, int column)
    {
        var text = sheet.Get(row, column);
        if (!MdcCode().IsMatch(text))
            sheet.Refuse(row, column, $"'{text}' is no MDC.");
        return text;
    }

    /// <summary>The second character says the part: A–J surgical, K–Q procedures, R–Z medical.</summary>
    private static string KindOf(string code) => code switch
    {
        [_, 'Q', 'Y'] => "ambiguous",
        [_, '0', '0'] => "rest",
        [_, >= 'A' and <= 'J', ..] => "surgical",
        [_, >= 'K' and <= 'Q', ..] => "procedure",
        _ => "medical",
    };

    private PolicySwitches Set(PolicySwitches switches, string name, string value)
    {
        try
        {
            return switches.With(name, value, []);
        }
        catch (FormatException bad)
        {
            _faults.Add(new Fault($"--set {name}={value}", 0, 0, bad.Message));
            return switches;
        }
    }

    [GeneratedRegex("^(MDC[A-Z]|0000)$")]
    private static partial Regex MdcCode();

    [GeneratedRegex("^([A-Z][A-Z0-9]{2,3}|0000)$")]
    private static partial Regex GroupCode();

    [GeneratedRegex("^(DI|OP)[A-Z0-9_]*$")]
    private static partial Regex SetCode();

    [GeneratedRegex(@"^[A-Z]\d\d")]
    private static partial Regex IcdCode();

    [GeneratedRegex(".")]
    private static partial Regex Anything();
}
