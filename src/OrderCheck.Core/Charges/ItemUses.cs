namespace OrderCheck.Core.Charges;

/// <summary>
/// The uses of one item in the order of time, of one moment in the order they were recorded. Immutable to its readers; the next version usually shares this
/// one's array and writes behind its end, so that appending a line to hundreds costs one line.
/// </summary>
public sealed class ItemUses
{
    public static readonly ItemUses None = new([], 0, null);

    private readonly ItemUse[] _items;

    /// <summary>How many places of the array are taken; null where there is none behind the end.</summary>
    private readonly Taken? _taken;

    private ItemUses(ItemUse[] items, int count, Taken? taken) => (_items, Count, _taken) = (items, count, taken);

    public int Count { get; }

    public ReadOnlySpan<ItemUse> Span => _items.AsSpan(0, Count);

    public ReadOnlyMemory<ItemUse> Memory => _items.AsMemory(0, Count);

    public ItemUses Add(in ItemUse use)
    {
        // Bills come in the order of time, mostly.
        if (Count > 0 && use.At < _items[Count - 1].At)
            return Insert(use);
        // Whoever claims the place behind the end may write it; a second branch from the same version copies.
        if (_taken is null || Count == _items.Length || Interlocked.CompareExchange(ref _taken.Places, Count + 1, Count) != Count)
            return Copy(use);
        _items[Count] = use;
        return new ItemUses(_items, Count + 1, _taken);
    }

    /// <summary>The same without free places: for what was read whole, and may get nothing more for long.</summary>
    public ItemUses Trimmed() => _taken is null ? this : new ItemUses(Span.ToArray(), Count, null);

    private ItemUses Insert(in ItemUse use)
    {
        var place = Count;
        while (place > 0 && use.At < _items[place - 1].At)
            place--;
        var items = new ItemUse[Count + 1 + (Count / 3)];
        _items.AsSpan(0, place).CopyTo(items);
        items[place] = use;
        _items.AsSpan(place, Count - place).CopyTo(items.AsSpan(place + 1));
        return new ItemUses(items, Count + 1, new Taken { Places = Count + 1 });
    }

    private ItemUses Copy(in ItemUse use)
    {
        // Most items are used a few times: a place in four is left free, not one in two.
        var items = new ItemUse[Math.Max(2, Count + 1 + (Count / 3))];
        Span.CopyTo(items);
        items[Count] = use;
        return new ItemUses(items, Count + 1, new Taken { Places = Count + 1 });
    }

    private sealed class Taken
    {
        public int Places;
    }
}
