using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Identity;

namespace OrderCheck.Core.Rules.Cases;

/// <summary>Runs a case through the evaluator that the service uses, and compares.</summary>
public static class CaseRunner
{
    private const string CheckId = "case";

    /// <summary>A case shows every finding: how many cards a reader gets is not its matter.</summary>
    private const int AllCards = 10_000;

    private static readonly Caller Reporter = new("", Role.His, "", "");

    public static CaseResult Run(RuleCase ruleCase)
    {
        var state = Told(EncounterState.Empty(new EncounterKey(ruleCase.Dictionary.Hospital.Code, "病例"), ruleCase.Dictionary.Hospital.TimeZone), ruleCase.History)
            .WithHistory(ruleCase.OtherEncounters);
        var answer = Answer(ruleCase, state);
        var undecided = new List<string>();
        if (ruleCase.Decisions.Count > 0)
            answer = Answer(ruleCase, Decided(ruleCase, state, answer, undecided));
        return new CaseResult(ruleCase, [.. undecided, .. CaseComparison.Differences(ruleCase, answer)]);
    }

    private static CheckAnswer Answer(RuleCase ruleCase, EncounterState state) =>
        ruleCase.Stage == Stage.Charge
            ? Evaluator.JudgeCharges(CheckId, ruleCase.Release, ruleCase.Dictionary, state, ruleCase.Charges, ruleCase.Now, AllCards)
            : Evaluator.CheckOrders(
                CheckId, ruleCase.Release, ruleCase.Dictionary, state, new CheckRequest(ruleCase.Orders, ruleCase.Stage, AllCards), ruleCase.Now);

    private static EncounterState Told(EncounterState state, IEnumerable<Fact> facts) =>
        state.Apply(facts.Select((fact, place) => new RecordedFact(state.Sequence + place + 1, fact, fact.OccurredAt, Reporter)));

    /// <summary>The encounter with the decisions on what the rules said to the same orders or charges before.</summary>
    private static EncounterState Decided(RuleCase ruleCase, EncounterState state, CheckAnswer answer, List<string> undecided)
    {
        var decisions = new List<Fact>();
        foreach (var decision in ruleCase.Decisions)
        {
            Finding[] found =
            [
                .. answer.Findings.Where(finding =>
                    finding.Rule == decision.Rule && (decision.ItemCode is null || finding.Offender?.ItemCode == decision.ItemCode)),
            ];
            if (found.Length == 0)
                undecided.Add($"'{decision.Rule}' says nothing that could have been decided.");
            foreach (var finding in found)
            {
                decisions.Add(new DecisionRecorded(CheckId, finding.Key, decision.Kind, decision.Reason, decision.Consent)
                {
                    Id = $"处置{decisions.Count + 1}",
                    OccurredAt = decision.At,
                });
            }
        }
        return Told(state, decisions);
    }
}
