using OrderCheck.Core.Amounts;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Identity;
using OrderCheck.Grains.Encounters;
using OrderCheck.Grains.Hospitals;
using OrderCheck.Ledger;

namespace OrderCheck.Grains.Charges;

/// <summary>Compares the HIS's counts and sums with the ledger itself, not with anybody's memory.</summary>
internal sealed class Reconciliation(ILedger ledger, DictionaryHolder dictionaries)
{
    /// <param name="encounter">Null: all encounters that have charges on the day.</param>
    public async Task<IReadOnlyList<ReconcileDifference>> CompareAsync(
        string hospital, EncounterKey? encounter, DateOnly? day, IReadOnlyList<ReconcileLine> lines, CancellationToken cancellation)
    {
        if (encounter is null && day is null)
            throw new RefusedException("encounter", "Name an encounter, a day, or both.");
        var zone = dictionaries.Find(hospital)?.Hospital.TimeZone ?? throw new UnknownHospitalException(hospital);
        var ours = new Dictionary<(string Visit, string Category), ChargeSum>();
        foreach (var key in encounter is not null ? [encounter] : await EncountersAsync(hospital, day!.Value, lines, cancellation))
            await AddAsync(key, day, zone, ours, cancellation);
        return Differences(lines.Select(line => line.VisitNumber.Length == 0 && encounter is not null ? line with { VisitNumber = encounter.VisitNumber } : line), ours);
    }

    private async Task<IEnumerable<EncounterKey>> EncountersAsync(
        string hospital, DateOnly day, IReadOnlyList<ReconcileLine> lines, CancellationToken cancellation)
    {
        var charged = await ledger.ListChargedAsync(hospital, day, cancellation);
        var keys = charged.Concat(lines.Where(line => line.VisitNumber.Length > 0).Select(line => new EncounterKey(hospital, line.VisitNumber))).ToHashSet();
        foreach (var key in keys.ToArray())
        {
            // What was parked or merged and has its encounter now is counted there.
            if (await MergedVisits.OwnerAsync(ledger, key, cancellation) is not null)
                keys.Remove(key);
        }
        return keys;
    }

    private async Task AddAsync(
        EncounterKey key, DateOnly? day, TimeZoneInfo zone, Dictionary<(string Visit, string Category), ChargeSum> sums, CancellationToken cancellation)
    {
        if (await ledger.FindEncounterAsync(key, cancellation) is not { } number)
            return;
        await foreach (var recorded in ledger.ReadAsync(number, 0, cancellation))
        {
            if (recorded.Fact is not Charge charge || (day is { } only && zone.Day(charge.OccurredAt) != only))
                continue;
            foreach (var category in new[] { "", charge.Category ?? "" }.Distinct())
                sums[(key.VisitNumber, category)] = sums.GetValueOrDefault((key.VisitNumber, category)).Plus(charge.Amount);
        }
    }

    /// <summary>Every line of the HIS that differs; and every encounter of ours that the HIS does not name.</summary>
    private static List<ReconcileDifference> Differences(
        IEnumerable<ReconcileLine> lines, Dictionary<(string Visit, string Category), ChargeSum> ours)
    {
        var differences = new List<ReconcileDifference>();
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            named.Add(line.VisitNumber);
            var sum = ours.GetValueOrDefault((line.VisitNumber, line.Category));
            if (sum.Count != line.Count || sum.Amount != line.Amount)
                differences.Add(new ReconcileDifference(line.VisitNumber, line.Category, line.Count, sum.Count, line.Amount, sum.Amount));
        }
        differences.AddRange(ours.Where(sum => sum.Key.Category.Length == 0 && !named.Contains(sum.Key.Visit)).OrderBy(sum => sum.Key.Visit, StringComparer.Ordinal)
            .Select(sum => new ReconcileDifference(sum.Key.Visit, "", 0, sum.Value.Count, Money.Zero, sum.Value.Amount)));
        return differences;
    }
}
