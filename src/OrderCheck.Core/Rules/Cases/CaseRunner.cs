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
        var undecided = new List<string>();
        var answer = Answer(ruleCase, undecided);
        return new CaseResult(ruleCase, [.. undecided, .. CaseComparison.Differences(ruleCase, answer)]);
    }

    /// <summary>What the rules say to the case.</summary>
    public static CheckAnswer Answer(RuleCase ruleCase) => Answer(ruleCase, new List<string>());

    private static CheckAnswer Answer(RuleCase ruleCase, List<string> undecided)
    {
        var answer = Answer(ruleCase, ruleCase.History);
        return ruleCase.Decisions.Count == 0 ? answer : Answer(ruleCase, [.. ruleCase.History, .. Decisions(ruleCase, answer, undecided)]);
    }

    private static CheckAnswer Answer(RuleCase ruleCase, IReadOnlyList<Fact> history)
    {
        RecordedFact[] facts = [.. history.Select((fact, place) => new RecordedFact(place + 1, fact, ruleCase.Recorded.GetValueOrDefault(place, fact.OccurredAt), Reporter))];
        var hospital = ruleCase.Dictionary.Hospital;
        var state = EncounterState.Empty(new EncounterKey(hospital.Code, "病例"), hospital.TimeZone).Apply(facts).WithHistory(ruleCase.OtherEncounters);
        var request = new CheckRequest(ruleCase.Orders, ruleCase.Stage, AllCards);
        if (request.IsOfEncounter)
            return Evaluator.AuditEncounter(CheckId, ruleCase.Release, ruleCase.Dictionary, state, facts, request, ruleCase.Now);
        return ruleCase.Stage == Stage.Charge
            ? Evaluator.JudgeCharges(CheckId, ruleCase.Release, ruleCase.Dictionary, state, ruleCase.Charges, ruleCase.Now, AllCards)
            : Evaluator.CheckOrders(
                CheckId, ruleCase.Release, ruleCase.Dictionary, state, request, ruleCase.Now);
    }

    /// <summary>The decisions on what the rules said to the same orders or charges before.</summary>
    private static List<Fact> Decisions(RuleCase ruleCase, CheckAnswer answer, List<string> undecided)
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
                    Promise = decision.Promise,
                    DecidedBy = decision.By,
                });
            }
        }
        return decisions;
    }
}
