using OrderCheck.Core.Amounts;

namespace OrderCheck.Core.Patients;

/// <summary>
/// What a patient's other encounters used and cost: an immutable, versioned copy that an encounter keeps, indexed by item. Only
/// what was billed counts, less refunds: what other encounters' orders still plan is not in it.
/// </summary>
public sealed class PatientHistory
{
    private readonly string[] _items;

    /// <summary>Element i: where the uses of item i begin; one more at the end.</summary>
    private readonly int[] _starts;
    private readonly EarlierUse[] _uses;

    private PatientHistory(long version, EarlierStay[] stays, string[] items, int[] starts, EarlierUse[] uses) =>
        (Version, Stays, _items, _starts, _uses) = (version, stays, items, starts, uses);

    /// <summary>See <see cref="PatientEncounters"/>: what answers name.</summary>
    public long Version { get; }

    /// <summary>The other encounters, by their keys.</summary>
    public IReadOnlyList<EarlierStay> Stays { get; }

    /// <summary>A patient without any other encounter.</summary>
    public static PatientHistory Nothing(long version) => new(version, [], [], [0], []);

    public static PatientHistory Of(PatientEncounters encounters)
    {
        var version = encounters.Version;
        var summaries = encounters.Others.OrderBy(other => other.Stay.Key.ToString(), StringComparer.Ordinal).ToList();
        if (summaries.Count == 0)
            return Nothing(version);
        var items = new List<string>();
        var starts = new List<int>();
        var uses = new List<EarlierUse>();
        foreach (var item in summaries.SelectMany(summary => summary.Uses).GroupBy(use => use.ItemCode).OrderBy(item => item.Key, StringComparer.Ordinal))
        {
            items.Add(item.Key);
            starts.Add(uses.Count);
            uses.AddRange(item.OrderBy(use => use.Day).Select(EarlierUse.Of));
        }
        return new PatientHistory(version, [.. summaries.Select(summary => summary.Stay)], [.. items], [.. starts, uses.Count], [.. uses]);
    }

    /// <summary>Codes that were used elsewhere, in ordinal order.</summary>
    public IReadOnlyList<string> Items => _items;

    /// <summary>Uses of the item elsewhere, by day.</summary>
    public ReadOnlySpan<EarlierUse> UsesOf(string itemCode)
    {
        var place = Array.BinarySearch(_items, itemCode, StringComparer.Ordinal);
        return place < 0 ? [] : UsesAt(place);
    }

    /// <summary>Whether an item was used elsewhere on these days, both included.</summary>
    /// <param name="code">A code, or a prefix of codes with '*' behind it.</param>
    public bool Used(ReadOnlySpan<char> code, int firstDay, int lastDay)
    {
        var isPrefix = code.EndsWith("*");
        var wanted = isPrefix ? code[..^1] : code;
        for (var place = FirstNotBefore(wanted); place < _items.Length && _items[place].AsSpan().StartsWith(wanted); place++)
        {
            if (!isPrefix && _items[place].Length != wanted.Length)
                break;
            foreach (ref readonly var use in UsesAt(place))
            {
                if (use.Day >= firstDay && use.Day <= lastDay)
                    return true;
            }
        }
        return false;
    }

    /// <summary>What the other encounters cost in that calendar year.</summary>
    /// <param name="category">NHSA med_chrgitm_type; null for all.</param>
    public Money CostIn(int year, string? category)
    {
        var sum = Money.Zero;
        foreach (var stay in Stays)
        {
            foreach (var total in stay.Totals)
            {
                if (total.Year == year && (category is null || total.Category == category))
                    sum += total.Amount;
            }
        }
        return sum;
    }

    private ReadOnlySpan<EarlierUse> UsesAt(int place) => _uses.AsSpan(_starts[place].._starts[place + 1]);

    private int FirstNotBefore(ReadOnlySpan<char> code)
    {
        var (low, high) = (0, _items.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_items[middle].AsSpan().SequenceCompareTo(code) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
