using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Checks;

/// <summary>费别变更: what was charged under another insurance than the one that is now known to have been in force.</summary>
internal static class PayerChange
{
    /// <summary>At a charge: what was charged before the last change and under it, told with the first posting after it.</summary>
    public static void SetBefore(PayerFacts facts, EncounterState before, CodeTables codes)
    {
        if (before.ChargedBeforeChange is not { } charged)
            return;
        SetChange(facts, before, codes);
        facts.Lines = charged.Lines;
        facts.Amount = charged.Amount.ToYuan();
        facts.FirstSince = before.ChargeLines == charged.LinesThen;
    }

    /// <summary>Before discharge: the very lines.</summary>
    /// <param name="net">What is left of the charges after their refunds.</param>
    /// <returns>Ids of the lines.</returns>
    public static IReadOnlyList<string> SetAll(
        PayerFacts facts, EncounterState state, IReadOnlyList<RecordedFact> recorded, IReadOnlyList<Charge> net, CodeTables codes)
    {
        SetChange(facts, state, codes);
        facts.FirstSince = true;
        var known = new KnownThen(recorded);
        var ids = new List<string>();
        foreach (var charge in net)
        {
            var inForce = state.Stay.InsuTypeAt(charge.OccurredAt);
            if (inForce is null || (charge.Payer ?? known.InsuTypeOf(charge)) == inForce)
                continue;
            ids.Add(charge.Id);
            facts.Lines++;
            facts.Amount += charge.Amount.ToYuan();
        }
        return ids;
    }

    private static void SetChange(PayerFacts facts, EncounterState state, CodeTables codes)
    {
        var periods = state.Stay.Insurance;
        if (periods.IsEmpty)
            return;
        facts.To = InsuranceOf(periods[^1].InsuType, codes);
        facts.From = periods.Length > 1 ? InsuranceOf(periods[^2].InsuType, codes) : null;
        facts.Since = $"{state.TimeZone.Day(periods[^1].From):yyyy-MM-dd}";
    }

    private static string? InsuranceOf(string code, CodeTables codes) => code == "self_pay" ? "自费" : codes.InsuranceTypes.GetValueOrDefault(code)?.Insurance;

    /// <summary>What was known of the insurance when each charge was recorded; the admission itself counts as known from the start.</summary>
    private sealed class KnownThen
    {
        private readonly RecordedFact[] _changes;
        private readonly Dictionary<string, int> _changesBefore = new(StringComparer.Ordinal);
        private readonly Dictionary<int, Stay> _stays = [];

        public KnownThen(IReadOnlyList<RecordedFact> recorded)
        {
            _changes = [.. recorded.Where(fact => fact.Fact is Admitted or AdmissionCancelled), .. recorded.Where(fact => fact.Fact is InsuranceChanged or StayUpdated)];
            var changes = _changes.Count(fact => fact.Fact is Admitted or AdmissionCancelled);
            foreach (var fact in recorded)
            {
                if (fact.Fact is InsuranceChanged or StayUpdated)
                    changes++;
                else if (fact.Fact is Charge)
                    _changesBefore[fact.Fact.Id] = changes;
            }
        }

        public string? InsuTypeOf(Charge charge)
        {
            var changes = _changesBefore[charge.Id];
            if (!_stays.TryGetValue(changes, out var stay))
                _stays[changes] = stay = StayFold.Read(_changes.Take(changes));
            return stay.InsuTypeAt(charge.OccurredAt);
        }
    }
}
