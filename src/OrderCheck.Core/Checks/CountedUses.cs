using OrderCheck.Core.Amounts;
using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Patients;

namespace OrderCheck.Core.Checks;

/// <summary>
/// The uses that a row counts, in what it counts them: of the judged item or of all that share the limit, by number, yuan or
/// dose. Made when a row first asks.
/// </summary>
internal sealed class CountedUses(ItemCatalogue catalogue, HospitalDictionary dictionary, EncounterState state, Timelines timelines)
{
    private readonly Dictionary<(CountedLimit Row, UseKey Key), UseTimeline> _made = [];

    public UseTimeline Of(UseKey judged, CountedLimit row)
    {
        if (row.CountsItemAlone)
            return timelines.Of(judged);
        var key = row.IsCombined ? judged with { ItemCode = "" } : judged;
        if (_made.TryGetValue((row, key), out var made))
            return made;
        var keys = row.IsCombined ? Sharing(judged, row) : [judged];
        return _made[(row, key)] = timelines.Of(keys, use => Counted(row, use));
    }

    /// <summary>All uses of a code, or of the codes that begin with a prefix, by the same person; in the billed units.</summary>
    public UseTimeline Of(UseKey judged, CountedLimit row, string codeOrPrefix)
    {
        var key = judged with { ItemCode = codeOrPrefix };
        if (!codeOrPrefix.EndsWith('*'))
            return timelines.Of(key);
        if (_made.TryGetValue((row, key), out var made))
            return made;
        return _made[(row, key)] = timelines.Of(KeysOf(judged.InfantNo, code => KnowledgeRow.Names(codeOrPrefix, code)), static use => use.Quantity);
    }

    /// <summary>
    /// What the patient's other encounters used on these days, counted as the row counts; null where nobody knows. Of a newborn
    /// inside its mother's encounter there is nothing before, nor of a patient who has been here all the time.
    /// </summary>
    public decimal? Earlier(UseKey judged, CountedLimit? row, int first, int last)
    {
        if (judged.InfantNo is not null)
            return 0;
        if (state.History is not { } known)
            return state.Stay.AdmittedAt is { } admitted && state.TimeZone.DayNumber(admitted) <= first ? 0 : null;
        var sum = (decimal?)0;
        if (row is not { IsCombined: true })
            return Earlier(known, judged.ItemCode, row, first, last);
        foreach (var item in known.Items)
        {
            if (row.IsFor(item))
                sum += Earlier(known, item, row, first, last);
        }
        return sum;
    }

    /// <summary>The days on which the patient's other encounters used the item, or any that shares the row's limit.</summary>
    public static HashSet<int> EarlierDays(PatientHistory known, string itemCode, CountedLimit? row, int first, int last)
    {
        var days = new HashSet<int>();
        foreach (var item in known.Items)
        {
            if (row is { IsCombined: true } ? !row.IsFor(item) : item != itemCode)
                continue;
            foreach (ref readonly var use in known.UsesOf(item))
            {
                if (use.Day >= first && use.Day <= last)
                    days.Add(use.Day);
            }
        }
        return days;
    }

    private decimal? Earlier(PatientHistory known, string item, CountedLimit? row, int first, int last)
    {
        var sum = (decimal?)0;
        foreach (ref readonly var use in known.UsesOf(item))
        {
            if (use.Day >= first && use.Day <= last)
                sum += Counted(row, new UncountedUse(item, use.Day, use.Quantity, Money.FromMicros(use.AmountMicros).ToYuan()));
        }
        return sum;
    }

    private List<UseKey> Sharing(UseKey judged, CountedLimit row) =>
        KeysOf(judged.InfantNo, row.IsFor);

    private List<UseKey> KeysOf(string? infantNo, Func<string, bool> counts) =>
        [.. timelines.Keys.Where(key => key.InfantNo == infantNo && counts(key.ItemCode))];

    /// <summary>Null where a price, a strength or a conversion is missing.</summary>
    private decimal? Counted(CountedLimit? row, in UncountedUse use) => row?.Measure switch
    {
        CountedLimit.Amount => use.Amount,
        CountedLimit.Dose => Dose(use.ItemCode, use.Quantity, use.Day, row!.Unit!),
        _ => use.Quantity,
    };

    private decimal? Dose(string code, decimal quantity, int day, string unit) =>
        catalogue.FindItem(code, DateOnly.FromDayNumber(day)) is { } item ? DoseUnits.OfBilled(item, dictionary, quantity, unit) : null;
}
