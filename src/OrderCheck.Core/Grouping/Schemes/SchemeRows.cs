using System.Collections.Immutable;
using OrderCheck.Core.Grouping.Language;
using OrderCheck.Core.Grouping.Predicates;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Grouping.Schemes;

/// <summary>Reads the three tables of rows and puts them together, with what the policy switches add and switch off.</summary>
internal sealed class SchemeRows(Func<string, string?> textOf, PredicateCompiler compiler, PolicySwitches switches, List<Fault> faults)
{
    private const string Women = "XB = 2";

    /// <summary>In the order in which they are tried.</summary>
    public ImmutableArray<MdcRow> Read()
    {
        var drgs = ReadDrgs();
        var adrgs = ReadAdrgs(drgs);
        var mdcs = ReadMdcs(adrgs);
        foreach (var orphan in drgs.Keys.Where(adrg => !adrgs.Values.SelectMany(rows => rows).Any(row => row.Code == adrg)))
            faults.Add(new Fault(SchemeFiles.Drg, 0, 0, $"No row of {SchemeFiles.Adrg} has the ADRG {orphan}."));
        foreach (var orphan in adrgs.Keys.Where(mdc => !mdcs.Any(row => row.Code == mdc)))
            faults.Add(new Fault(SchemeFiles.Adrg, 0, 0, $"No row of {SchemeFiles.Mdc} has the MDC {orphan}."));
        return WithSexMismatch(mdcs);
    }

    private Dictionary<string, ImmutableArray<DrgRow>> ReadDrgs()
    {
        var table = Table(SchemeFiles.Drg, "code", "name", "adrg", "sort", "rule");
        return Sorted(table).GroupBy(row => table.Get(row, "adrg")).ToDictionary(
            rows => rows.Key,
            rows => rows.Select(row => ReadDrg(table, row)).ToImmutableArray(),
            StringComparer.Ordinal);
    }

    private DrgRow ReadDrg(SchemeTable table, CsvRow row)
    {
        var (node, predicate) = Compile(table, row, table.Get(row, "rule"));
        return new DrgRow(table.Get(row, "code"), table.Get(row, "name"), table.Get(row, "rule"), node, predicate, row.Line);
    }

    private Dictionary<string, List<AdrgRow>> ReadAdrgs(Dictionary<string, ImmutableArray<DrgRow>> drgs)
    {
        var table = Table(SchemeFiles.Adrg, "code", "name", "mdc", "kind", "sort", "rule");
        return Sorted(table).GroupBy(row => table.Get(row, "mdc")).ToDictionary(
            rows => rows.Key,
            rows => rows.Select(row => ReadAdrg(table, row, drgs)).ToList(),
            StringComparer.Ordinal);
    }

    private AdrgRow ReadAdrg(SchemeTable table, CsvRow row, Dictionary<string, ImmutableArray<DrgRow>> drgs)
    {
        var code = table.Get(row, "code");
        if (!drgs.TryGetValue(code, out var divisions))
            table.Refuse(row, "code", $"No row of {SchemeFiles.Drg} divides {code}.");
        if (!Enum.TryParse<GroupKind>(table.Get(row, "kind"), ignoreCase: true, out var kind))
            table.Refuse(row, "kind", $"'{table.Get(row, "kind")}' is none of surgical, procedure, ambiguous, medical and rest.");
        var (node, predicate) = Compile(table, row, table.Get(row, "rule"));
        PolicySwitch? policy = kind switch
        {
            GroupKind.Ambiguous => PolicySwitch.QyEnabled,
            GroupKind.Rest => PolicySwitch.UnmatchedInMdc,
            _ => null,
        };
        var off = (kind == GroupKind.Ambiguous && !switches.QyEnabled) || (kind == GroupKind.Rest && !switches.StopUnmatched);
        return new AdrgRow(
            code, table.Get(row, "name"), kind, table.Get(row, "rule"), node, off ? Constant.False : predicate, row.Line,
            divisions.IsDefault ? [] : divisions)
        {
            Switch = policy,
            Alternative = policy is null ? null : off ? predicate : Constant.False,
        };
    }

    private List<MdcRow> ReadMdcs(Dictionary<string, List<AdrgRow>> adrgs)
    {
        var table = Table(SchemeFiles.Mdc, "code", "name", "sort", "rule");
        return [.. Sorted(table).Select(row => ReadMdc(table, row, adrgs))];
    }

    private MdcRow ReadMdc(SchemeTable table, CsvRow row, Dictionary<string, List<AdrgRow>> adrgs)
    {
        var code = table.Get(row, "code");
        if (code.Length != 4)
            table.Refuse(row, "code", $"'{code}' is no MDC: MDC and a letter.");
        var own = table.Get(row, "rule");
        var (node, predicate) = Compile(table, row, own);
        var groups = WithRest(code, adrgs.GetValueOrDefault(code, []));
        if (code == "MDCO" && own.Length > 0)
        {
            var (_, women) = Compile(table, row, $"({own}) and {Women}");
            return switches.MdcoFemaleOnly
                ? Mdc($"({own}) and {Women}", women, PolicySwitch.MdcoFemaleOnly, predicate)
                : Mdc(own, predicate, PolicySwitch.MdcoFemaleOnly, women);
        }
        if (code == "MDCY" && switches.HivAnyDiagnosis is { } any)
        {
            var rule = any ? "{ZYZD, QTZD} in DI_Y00" : "ZYZD in DI_Y00";
            return Mdc(rule, Compile(table, row, rule).Predicate, PolicySwitch.HivAnyDiagnosis, predicate);
        }
        return new MdcRow(code, table.Get(row, "name"), own, node, predicate, row.Line, groups);

        MdcRow Mdc(string rule, Predicate effective, PolicySwitch policy, Predicate alternative) =>
            new(code, table.Get(row, "name"), rule, RuleParser.Parse(rule), effective, row.Line, groups) { Switch = policy, Alternative = alternative };
    }

    /// <summary>The row that ends an MDC, where the scheme's tables have none of their own.</summary>
    private ImmutableArray<AdrgRow> WithRest(string mdc, List<AdrgRow> rows)
    {
        if (mdc is "MDCA" || mdc.Length != 4 || rows.Any(row => row.Kind == GroupKind.Rest))
            return [.. rows];
        var newborn = mdc == "MDCP";
        var qy = newborn && switches.NewbornNonPQy;
        var code = qy ? $"{mdc[3]}QY" : $"{mdc[3]}00";
        return [.. rows, Made(code, qy ? GroupKind.Ambiguous : GroupKind.Rest, switches.StopUnmatched,
            newborn && switches.StopUnmatched ? PolicySwitch.NewbornNonP : PolicySwitch.UnmatchedInMdc)];
    }

    /// <summary>
    /// Behind MDCM and MDCN, the principal diagnoses that they refuse for the patient's sex: MQY, as the public grouper that the
    /// 2.0 labels come from has it.
    /// </summary>
    private ImmutableArray<MdcRow> WithSexMismatch(List<MdcRow> mdcs)
    {
        const string Rule = "ZYZD in {DI_M00, DI_N00} and (XB = 1 or XB = 2)";
        var last = mdcs.FindLastIndex(mdc => mdc.Code is "MDCM" or "MDCN");
        if (last < 0)
            return [.. mdcs];
        var node = RuleParser.Parse(Rule);
        try
        {
            var predicate = compiler.Compile(node);
            var row = new MdcRow(
                "MDCM", "主要诊断与性别不符", Rule, node, switches.SexMismatchQy ? predicate : Constant.False, 0,
                [Made("MQY", GroupKind.Ambiguous, true, PolicySwitch.SexMismatchQy)])
            {
                Switch = PolicySwitch.SexMismatchQy,
                Alternative = switches.SexMismatchQy ? Constant.False : predicate,
            };
            mdcs.Insert(last + 1, row);
        }
        catch (RuleSyntaxException)
        {
            // A scheme without the two lists can't mismatch them.
        }
        return [.. mdcs];
    }

    private static AdrgRow Made(string code, GroupKind kind, bool on, PolicySwitch policy)
    {
        var always = new RuleNode.Always();
        var drg = new DrgRow(code, "", "", always, Constant.True, 0);
        return new AdrgRow(code, "", kind, "", always, on ? Constant.True : Constant.False, 0, [drg])
        {
            Switch = policy,
            Alternative = on ? Constant.False : Constant.True,
        };
    }

    private (RuleNode Node, Predicate Predicate) Compile(SchemeTable table, CsvRow row, string rule)
    {
        try
        {
            var node = RuleParser.Parse(rule);
            return (node, compiler.Compile(node));
        }
        catch (RuleSyntaxException bad)
        {
            table.RefuseInside(row, "rule", bad.Line, bad.Column, bad.Message);
            return (new RuleNode.Always(), Constant.False);
        }
    }

    private SchemeTable Table(string file, params ReadOnlySpan<string> columns)
    {
        var text = textOf(file);
        if (text is null)
            faults.Add(new Fault(file, 0, 0, "The scheme's folder does not have this file."));
        return new SchemeTable(file, text, faults, columns);
    }

    private static IEnumerable<CsvRow> Sorted(SchemeTable table) => table.Rows.OrderBy(row => table.GetNumber(row, "sort"));
}
