using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Checks;

/// <summary>
/// Looks among the decisions for one that turned this content into self-pay, which is recorded with the patient's consent only.
/// A decision names a finding by its key; the keys that the line's rules would have had are made again.
/// </summary>
internal sealed class LineConsent(EncounterState state, Release release) : ConsentFacts
{
    private JudgedLine? _line;
    private RuleFacts? _facts;
    private FindingMaker? _maker;
    private bool _asking;

    /// <summary>What makes the keys, and what it reads.</summary>
    public void Use(RuleFacts facts, FindingMaker maker) => (_facts, _maker) = (facts, maker);

    public void SetLine(JudgedLine line) => _line = line;

    public override bool Recorded
    {
        get
        {
            // The facts that a rule about consent compares, consent itself among them, are no part of a key.
            if (_asking || _line is not { } line || _facts is not { } facts || state.Decisions.Count == 0)
                return false;
            var applied = facts.Limit;
            _asking = true;
            try
            {
                return IsDecided(line) || (line.Order is { SelfPay: true } && IsDecided(line.BeforeSelfPay()));
            }
            finally
            {
                facts.Limit = applied;
                _asking = false;
            }
        }
    }

    private bool IsDecided(JudgedLine line)
    {
        foreach (ref readonly var candidate in release.CandidatesFor(line.Line.ItemCode))
        {
            if (!candidate.Rule.Definition.Decisions.Contains(DecisionKind.SelfPay))
                continue;
            _facts!.Limit = candidate.Row;
            if (state.Decisions.GetValueOrDefault(_maker!.KeyOf(candidate, line)) == DecisionKind.SelfPay)
                return true;
        }
        return false;
    }
}
