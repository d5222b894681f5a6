using OrderCheck.Core.Findings;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Checks;

/// <summary>
/// Runs the rules of a line's item at each planned day until each has spoken. One scratch object serves the whole check:
/// nothing is allocated for a candidate that finds nothing.
/// </summary>
internal sealed class LineJudge(
    Release release, Stage stage, RuleFacts facts, LineFactsSetter setter, LineUse use, OtherUse other, HerbPrescription prescription,
    PatientRecord record, DrugOrders drug, FindingMaker maker, Verdicts verdicts)
{
    private const int UsualCandidates = 32;

    private bool[] _spoke = new bool[UsualCandidates];

    /// <summary>Something was decided in the encounter: what is charged of an order may have been answered on the order.</summary>
    public bool OrdersDecided { get; init; }

    public void Judge(JudgedLine line)
    {
        var candidates = new LineCandidates(release.CandidatesFor(line.Line.ItemCode), release.EveryItemCandidatesAt(stage));
        if (candidates.Length == 0)
            return;
        if (_spoke.Length < candidates.Length)
            _spoke = new bool[candidates.Length];
        var runs = false;
        for (var i = 0; i < candidates.Length; i++)
            runs |= !(_spoke[i] = !Runs(candidates[i].Rule.Definition, line));
        if (!runs)
            return;
        setter.SetLine(line);
        use.SetLine(line.Key);
        record.SetLine(line, facts.Visit);
        drug.SetLine(line);
        var firstFinding = verdicts.Findings.Count;
        int? lastDay = null;
        foreach (var planned in line.Line.Uses)
        {
            var day = DateOnly.FromDayNumber(planned.Day);
            setter.SetMoment(planned.At, day, planned.Quantity);
            use.Set(planned.At, planned.Day, line.Charge is not null);
            other.Set(line, planned.At, planned.Day);
            prescription.Set(line.Order, day);
            drug.Set(planned.At, planned.Day);
            record.SetMoment(line, planned.At, day);
            for (var i = 0; i < candidates.Length; i++)
            {
                // Most rules say the same at every use of a day.
                if (!_spoke[i] && (planned.Day != lastDay || candidates[i].Row.LooksAtTheHour) && AppliesTo(candidates[i], day))
                    _spoke[i] = Speaks(candidates[i], line, planned, firstFinding);
            }
            lastDay = planned.Day;
        }
    }

    private bool Runs(RuleDefinition rule, JudgedLine line)
    {
        if (rule.State is not (RuleState.Active or RuleState.Trial) || !Asks(rule, line))
            return false;
        // Where self-pay is an answer to the rule, a self-paid line has given it.
        return !(line.SelfPay && rule.Domain == Domain.Payment && rule.Decisions.Contains(DecisionKind.SelfPay));
    }

    /// <summary>
    /// Before discharge what was charged is judged once more by the rules of charging, too, and by those of its order where
    /// that is known; what is still ordered by those of orders.
    /// </summary>
    private bool Asks(RuleDefinition rule, JudgedLine line) =>
        rule.RunsAt(stage)
        || (stage == Stage.Discharge && !rule.IsFlag
            && ((line.Charge is not null && rule.RunsAt(Stage.Charge)) || (line.Order is not null && rule.RunsAt(Stage.Order))));

    private bool AppliesTo(in Candidate candidate, DateOnly day) =>
        candidate.InForce(day)
        && (!setter.SelfPaidVisit || candidate.Rule.Definition.IsFlag || candidate.Rule.Definition.Domain is Domain.Price or Domain.Safety);

    private static string ProseOf(KnowledgeRow row) => row is ProseLimit prose ? prose.RuleClass : "";

    private bool Speaks(in Candidate candidate, JudgedLine line, in PlannedUse planned, int firstFinding)
    {
        var definition = candidate.Rule.Definition;
        facts.Limit = candidate.Row;
        use.Set(candidate.Row);
        other.Set(candidate.Row);
        prescription.Set(candidate.Row);
        record.Set(candidate.Row);
        drug.Set(candidate.Row);
        try
        {
            var missing = candidate.Rule.MissingInput(facts);
            if (missing is null && !candidate.Rule.Matches(facts))
                return false;
            var knownPart = missing is not null && candidate.Rule.MatchesByKnownPart(facts);
            missing = knownPart ? null : missing;
            if (definition.IsFlag)
                verdicts.AddFlag(definition.Name, candidate.Row, line, missing);
            else if ((missing is not null || definition.IsProse) && !definition.ShowUndetermined && !IsBrokenPromise(candidate, line, planned, missing))
                verdicts.CouldNotTell(definition.Name, missing ?? ProseOf(candidate.Row));
            else
                verdicts.Add(Made(candidate, line, planned, missing, knownPart), candidate.Row, firstFinding);
        }
#pragma warning disable CA1031 // Whatever a rule throws is that rule's failure alone.
        catch (Exception)
        {
            verdicts.Failed(definition);
        }
#pragma warning restore CA1031
        return true;
    }

    /// <summary>What was promised of it and has not come is told, also where the rule has become silent.</summary>
    private bool IsBrokenPromise(in Candidate candidate, JudgedLine line, in PlannedUse planned, string? missing) =>
        maker.VerifiesPromises && Made(candidate, line, planned, missing, knownPart: false).Promise is { Kept: false };

    private Finding Made(in Candidate candidate, JudgedLine line, in PlannedUse planned, string? missing, bool knownPart)
    {
        facts.KnownPart = knownPart;
        try
        {
            var made = maker.Make(candidate, line, planned.At, missing, knownPart);
            return OrdersDecided && line is { Charge: not null, Order: not null } ? made with { OrderKey = OrderKey(candidate, line, planned, made, missing) } : made;
        }
        finally
        {
            facts.KnownPart = false;
        }
    }

    /// <summary>The doctor decided on all that is planned, not on what is charged so far.</summary>
    private string? OrderKey(in Candidate candidate, JudgedLine line, in PlannedUse planned, Finding made, string? missing)
    {
        use.Set(planned.At, planned.Day, billed: false);
        try
        {
            return maker.OrderKeyOf(candidate, line, made, missing);
        }
        finally
        {
            use.Set(planned.At, planned.Day, billed: true);
        }
    }
}
