using System.Text.Json;
using OrderCheck.Core.Rules.Reading;

namespace OrderCheck.Core.Rules.Cases.Reading;

/// <summary>Reads one case of a file.</summary>
internal static class CaseReader
{
    /// <summary>In 不应提示: no rule but those under 应提示.</summary>
    private const string EveryOther = "其他";

    private static readonly string[] Members = ["说明", "医院", "知识", "字典", "患者", "其他就诊", "此前", "应提示", "不应提示"];

    public static RuleCase? Read(JsonValue value, CaseRows ofFile, CaseReading reading)
    {
        var faultsBefore = reading.Faults.Count;
        if (CaseObject.Open(value, "A case", ["病例", "规则", "现在"], Members, reading) is not { } ruleCase)
            return null;
        ofFile.With(ruleCase, reading);
        var history = new CaseHistory();
        PatientReader.Read(ruleCase, history, reading);
        var others = OtherEncountersReader.Read(ruleCase, reading);
        HistoryReader.Read(ruleCase, history, reading);
        var asked = AskedReader.Read(ruleCase, history, reading);
        var expected = ruleCase.Each("应提示").Select(entry => ExpectationReader.Read(entry, history, reading)).OfType<ExpectedFinding>().ToList();
        var silent = Silent(ruleCase, reading, out var nothingElse);
        var shows = Shows(ruleCase, expected, silent, reading);
        if (reading.Faults.Count > faultsBefore || asked is null || ruleCase.Text("病例") is not { } name)
            return null;
        var place = reading.Text.FaultAt(value.At, "");
        return new RuleCase
        {
            Name = name,
            File = place.File,
            Line = place.Line,
            Column = place.Column,
            Shows = shows,
            Release = reading.Release,
            Dictionary = reading.Dictionary,
            History = history.Facts,
            Recorded = history.Recorded,
            OtherEncounters = others,
            Decisions = history.Decisions,
            Stage = asked.Stage,
            Now = asked.Now,
            Orders = asked.Orders,
            Charges = asked.Charges,
            Expected = [.. expected, .. shows.Where(rule => rule.Value == CaseKind.Fires && expected.TrueForAll(one => one.Rule != rule.Key)).Select(rule => new ExpectedFinding(rule.Key))],
            Silent = [.. silent.Union(shows.Where(rule => rule.Value == CaseKind.Passes).Select(rule => rule.Key))],
            NothingElse = nothingElse,
        };
    }

    private static List<string> Silent(CaseObject ruleCase, CaseReading reading, out bool nothingElse)
    {
        nothingElse = false;
        var silent = new List<string>();
        foreach (var (at, rule) in ruleCase.Texts("不应提示"))
        {
            if (rule == EveryOther)
                nothingElse = true;
            else if (reading.Names.KnowsRule(rule))
                silent.Add(rule);
            else
                reading.Fault(at, reading.Names.NoRule(rule));
        }
        return silent;
    }

    /// <summary>规则: which rules the case is of, and what it shows of each.</summary>
    private static Dictionary<string, CaseKind> Shows(CaseObject ruleCase, List<ExpectedFinding> expected, List<string> silent, CaseReading reading)
    {
        var shows = new Dictionary<string, CaseKind>(StringComparer.Ordinal);
        if (ruleCase.Find("规则") is not { } value)
            return shows;
        if (value.Kind != JsonTokenType.StartObject || value.Members.Count == 0)
            reading.Fault(value, "'规则' must be an object: rule names with what the case shows of each.");
        foreach (var (name, at, kind) in value.Members)
        {
            if (!reading.Names.KnowsRule(name))
                reading.Faults.Add(reading.Text.FaultAt(at, reading.Names.NoRule(name)));
            else if (!CaseWords.Kinds.TryGetValue(kind.Text, out var shown))
                reading.Fault(kind, $"'{kind.Text}' is not what a case can show. It may be {string.Join(", ", CaseWords.Kinds.Keys)}.");
            else if (Contradicts(name, shown, expected, silent) is { } contradiction)
                reading.Fault(kind, contradiction);
            else if (!shows.TryAdd(name, shown))
                reading.Faults.Add(reading.Text.FaultAt(at, $"'{name}' is there twice."));
        }
        return shows;
    }

    private static string? Contradicts(string rule, CaseKind kind, List<ExpectedFinding> expected, List<string> silent)
    {
        var speaks = expected.Exists(one => one.Rule == rule);
        var isSilent = silent.Contains(rule);
        return kind switch
        {
            CaseKind.Fires when isSilent => $"'{rule}' is under '不应提示', and yet it must speak (提示).",
            CaseKind.Passes when speaks => $"'{rule}' is under '应提示', and yet it must not speak (放行).",
            CaseKind.Boundary when speaks == isSilent => $"A boundary case (边界) names '{rule}' under '应提示' or under '不应提示', not under both.",
            CaseKind.Fires when expected.Exists(one => one.Rule == rule && one.MissingInput is not null) =>
                $"Where '{rule}' is undetermined ('缺'), the case does not show that it speaks.",
            _ => null,
        };
    }
}
