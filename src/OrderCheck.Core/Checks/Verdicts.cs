using OrderCheck.Core.Amounts;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Checks;

/// <summary>What a check has found so far.</summary>
internal sealed class Verdicts
{
    private readonly List<KnowledgeRow?> _rows = [];
    private readonly List<StateReason> _reasons = [];
    private List<BlindRule>? _blind;

    public List<Finding> Findings { get; } = [];
    public List<Flag> Flags { get; } = [];

    /// <summary>Rules that could not tell, shown or not.</summary>
    public int Undetermined { get; private set; }

    /// <summary>Which, and for want of what.</summary>
    public IReadOnlyList<BlindRule> Blind => (IReadOnlyList<BlindRule>?)_blind ?? [];

    /// <summary>Why the answer is not complete.</summary>
    public IReadOnlyList<StateReason> Reasons => _reasons;

    /// <summary>
    /// Adds it unless the line already has it from an overlapping row: of the same published point, with the same sentence, or of
    /// the drug list where a published point means the same. Two documents that say the same are both named.
    /// </summary>
    /// <param name="firstOfLine">Index of the line's first finding.</param>
    public void Add(Finding finding, KnowledgeRow? row, int firstOfLine)
    {
        for (var i = firstOfLine; i < Findings.Count; i++)
        {
            var told = Findings[i];
            if (told.Rule == finding.Rule && told.Undetermined == finding.Undetermined
                && ((row?.PointId is { Length: > 0 } point && _rows[i]?.PointId == point) || told.Message == finding.Message || MeanTheSame(_rows[i], row)))
            {
                Findings[i] = told with { Basis = BasisOf(told.Basis, _rows[i], row) };
                return;
            }
        }
        if (finding.Undetermined)
            CouldNotTell(finding.Rule, finding.MissingInputs.Count > 0 ? finding.MissingInputs[0] : "");
        Findings.Add(finding);
        _rows.Add(row);
    }

    public void Add(Finding finding) => Add(finding, null, Findings.Count);

    /// <summary>NHSA's own points are kept apart as NHSA keeps them; what has no point is from another document.</summary>
    private static bool MeanTheSame(KnowledgeRow? told, KnowledgeRow? row) =>
        told is not null && row is not null && string.IsNullOrEmpty(told.PointId) != string.IsNullOrEmpty(row.PointId) && told.Meaning == row.Meaning;

    private static string? BasisOf(string? basis, KnowledgeRow? told, KnowledgeRow? row)
    {
        if (row?.Source is not { } source || told?.Source is not { } first || source == first || basis?.Contains(source, StringComparison.Ordinal) == true)
            return basis;
        return basis is null || basis.Contains(first, StringComparison.Ordinal) ? $"{basis ?? first}；{source}" : $"{basis}；{first}；{source}";
    }

    /// <summary>Once for each row and line that the rule could not judge.</summary>
    public void CouldNotTell(string rule, string input)
    {
        Undetermined++;
        _blind ??= [];
        for (var i = 0; i < _blind.Count; i++)
        {
            if (_blind[i].Rule == rule && _blind[i].Input == input)
            {
                _blind[i] = _blind[i] with { Times = _blind[i].Times + 1 };
                return;
            }
        }
        _blind.Add(new BlindRule(rule, input, 1));
    }

    public void AddFlag(string rule, KnowledgeRow row, JudgedLine line, string? missing)
    {
        if (missing is not null)
            CouldNotTell(rule, missing);
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
