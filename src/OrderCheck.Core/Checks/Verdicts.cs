using OrderCheck.Core.Amounts;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Checks;

/// <summary>What a check has found so far.</summary>
internal sealed class Verdicts
{
    private readonly List<string?> _points = [];
    private readonly List<StateReason> _reasons = [];

    public List<Finding> Findings { get; } = [];
    public List<Flag> Flags { get; } = [];

    /// <summary>Rules that could not tell, shown or not.</summary>
    public int Undetermined { get; set; }

    /// <summary>Why the answer is not complete.</summary>
    public IReadOnlyList<StateReason> Reasons => _reasons;

    /// <summary>Adds it unless the line already has it from an overlapping row: of the same published point, or with the same sentence.</summary>
    /// <param name="firstOfLine">Index of the line's first finding.</param>
    public void Add(Finding finding, KnowledgeRow? row, int firstOfLine)
    {
        for (var i = firstOfLine; i < Findings.Count; i++)
        {
            var told = Findings[i];
            if (told.Rule == finding.Rule && told.Undetermined == finding.Undetermined
                && ((row?.PointId is { Length: > 0 } point && _points[i] == point) || told.Message == finding.Message))
                return;
        }
        if (finding.Undetermined)
            Undetermined++;
        Findings.Add(finding);
        _points.Add(row?.PointId);
    }

    public void Add(Finding finding) => Add(finding, null, Findings.Count);

    public void AddFlag(KnowledgeRow row, JudgedLine line, string? missing)
    {
        if (missing is not null)
            Undetermined++;
        else if (row is ItemFlag flag)
            AddFlag(flag.Kind, flag.Text, line, line.Amount);
    }

    public void AddFlag(string kind, string text, JudgedLine line, Money? amount)
    {
        var flag = new Flag(kind, text, line.Charge is null ? line.Order?.Id : line.Charge.OrderId, line.Line.ItemCode, amount);
        if (!Flags.Contains(flag))
            Flags.Add(flag);
    }

    public void Failed(RuleDefinition rule) =>
        Because(new StateReason("rule_failed", $"规则“{rule.Title}”运行出错，未能判断", rule.Name));

    public void Because(StateReason reason)
    {
        if (!_reasons.Contains(reason))
            _reasons.Add(reason);
    }
}
