using Microsoft.Extensions.Logging;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Rules;
using OrderCheck.Grains.Hospitals;
using OrderCheck.Grains.Releases;

namespace OrderCheck.Grains.Checks;

/// <summary>Judges by the release and dictionary of this moment, each read once. An error of ours never reaches the doctor as one.</summary>
internal sealed class Judge(ReleaseHolder releases, DictionaryHolder dictionaries, TimeProvider time, ILogger<Judge> logger)
{
    public Release? Release => releases.Current;

    /// <summary>Time-ordered and unique over all silos.</summary>
    public string NewCheckId() => Guid.CreateVersion7(time.GetUtcNow()).ToString();

    public CheckAnswer Orders(string checkId, EncounterState state, CheckRequest request) => Guarded(checkId, (dictionary, now) =>
        Evaluator.CheckOrders(checkId, releases.Current, dictionary, state, request, now), state);

    public CheckAnswer Charges(string checkId, EncounterState before, IReadOnlyList<Charge> charges) => Guarded(checkId, (dictionary, now) =>
        Evaluator.JudgeCharges(checkId, releases.Current, dictionary, before, charges, now, CheckRequest.DefaultMaxCards), before);

    /// <summary>Signed orders and charges of one call as one answer.</summary>
    public CheckAnswer Both(string checkId, EncounterState before, IReadOnlyList<Order> orders, IReadOnlyList<Charge> charges)
    {
        if (charges.Count == 0)
            return Orders(checkId, before, new CheckRequest(orders, Stage.Order));
        var ofCharges = Charges(checkId, before, charges);
        if (orders.Count == 0)
            return ofCharges;
        var ofOrders = Orders(checkId, before, new CheckRequest(orders, Stage.Order));
        return ofOrders with
        {
            State = (CheckState)Math.Max((int)ofOrders.State, (int)ofCharges.State),
            StateReasons = [.. ofOrders.StateReasons.Union(ofCharges.StateReasons)],
            Findings = [.. ofOrders.Findings.Concat(ofCharges.Findings).OrderBy(finding => finding.Severity)],
            Flags = [.. ofOrders.Flags, .. ofCharges.Flags],
            UndeterminedCount = ofOrders.UndeterminedCount + ofCharges.UndeterminedCount,
            FoldedCount = ofOrders.FoldedCount + ofCharges.FoldedCount,
            BudgetAfter = ofCharges.BudgetAfter,
        };
    }

    /// <summary>The answer where the encounter is not known to us now.</summary>
    public CheckAnswer Unchecked(string checkId, StateReason reason) => new()
    {
        CheckId = checkId,
        State = CheckState.Unchecked,
        StateReasons = [reason],
        EvaluatedAt = time.GetUtcNow(),
        ReleaseNumber = releases.Current?.Number ?? 0,
        ReleaseHash = releases.Current?.Hash ?? "",
    };

    private CheckAnswer Guarded(string checkId, Func<HospitalDictionary, DateTimeOffset, CheckAnswer> evaluate, EncounterState state)
    {
        var started = time.GetTimestamp();
        try
        {
            var dictionary = dictionaries.Find(state.Key.Hospital) ?? throw new UnknownHospitalException(state.Key.Hospital);
            var answer = evaluate(dictionary, time.GetUtcNow());
            return answer with { ElapsedMicros = (long)time.GetElapsedTime(started).TotalMicroseconds };
        }
#pragma warning disable CA1031 // A doctor is never stopped by our failure: the answer says that nothing was judged.
        catch (Exception e)
#pragma warning restore CA1031
        {
            GrainLog.JudgementFailed(logger, e, checkId);
            return Unchecked(checkId, CheckReasons.EvaluationFailed);
        }
    }
}
