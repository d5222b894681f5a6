namespace OrderCheck.Core.Charges;

/// <summary>
/// The uses of one item in the order they were recorded. Immutable to its readers; the next version usually shares this
/// one's array and writes behind its end, so that appending a line to hundreds costs one line.
/// </summary>
public sealed class ItemUses
{
    public static readonly ItemUses None = new(new Tail(4), 0);

    private readonly Tail _tail;

    private ItemUses(Tail tail, int count) => (_tail, Count) = (tail, count);

    public int Count { get; }

    public ReadOnlySpan<ItemUse> Span => _tail.Items.AsSpan(0, Count);

    public ItemUses Add(in ItemUse use)
    {
        // Whoever claims the place behind the end may write it; a second branch from the same version copies.
        var tail = Count < _tail.Items.Length && Interlocked.CompareExchange(ref _tail.Used, Count + 1, Count) == Count
            ? _tail
            : Copy();
        tail.Items[Count] = use;
        return new ItemUses(tail, Count + 1);
    }

    private Tail Copy()
    {
        var copy = new Tail(Math.Max(4, Count * 2)) { Used = Count + 1 };
        Span.CopyTo(copy.Items);
        return copy;
    }

    private sealed class Tail(int capacity)
    {
        public readonly ItemUse[] Items = new ItemUse[capacity];
        public int Used;
    }
}
