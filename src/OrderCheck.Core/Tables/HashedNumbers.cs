using System.Numerics;

namespace OrderCheck.Core.Tables;

/// <summary>
/// Numbers by the hash of what they stand for; what has the same hash is for the caller to tell apart. The hash stands beside its number: a
/// search among a million goes nowhere else in memory before it has found one. Written by one thread, then read by many.
/// </summary>
internal sealed class HashedNumbers
{
    private const int HashBits = 32;
    private const int Least = 64;

    /// <summary>The hash above the number and one; 0 is free.</summary>
    private ulong[] _slots = new ulong[Least];

    public int Count { get; private set; }

    public long Bytes => sizeof(ulong) * (long)_slots.Length;

    /// <summary>Makes room for so many more.</summary>
    public void Expect(int more)
    {
        var slots = BitOperations.RoundUpToPowerOf2((uint)(Count + more + 1) / 3 * 4);
        if (slots > _slots.Length)
            Grow((int)slots);
    }

    /// <summary>Where <see cref="Next"/> begins.</summary>
    public int Begin(uint hash) => (int)(hash & (uint)(_slots.Length - 1));

    /// <summary>The next number with that hash, in the order in which they were added; -1 after the last.</summary>
    /// <param name="place">From <see cref="Begin"/>; is moved on.</param>
    public int Next(uint hash, ref int place)
    {
        while (_slots[place] is not 0 and var slot)
        {
            place = (place + 1) & (_slots.Length - 1);
            if ((uint)(slot >> HashBits) == hash)
                return (int)(slot & uint.MaxValue) - 1;
        }
        return -1;
    }

    public void Add(uint hash, int number)
    {
        // At most three quarters are taken.
        if ((Count + 1L) * 4 > _slots.Length * 3L)
            Grow(_slots.Length * 2);
        Put(((ulong)hash << HashBits) | ((uint)number + 1U));
        Count++;
    }

    /// <summary>Forgets all.</summary>
    public void Clear() => (_slots, Count) = (new ulong[Least], 0);

    private void Put(ulong slot)
    {
        var place = Begin((uint)(slot >> HashBits));
        while (_slots[place] != 0)
            place = (place + 1) & (_slots.Length - 1);
        _slots[place] = slot;
    }

    /// <summary>From a free slot on, as those with one hash keep their order.</summary>
    private void Grow(int slots)
    {
        var before = _slots;
        _slots = new ulong[slots];
        var free = Array.IndexOf(before, 0UL);
        PutAll(before.AsSpan(free));
        PutAll(before.AsSpan(0, free));
    }

    private void PutAll(ReadOnlySpan<ulong> slots)
    {
        foreach (var slot in slots)
        {
            if (slot != 0)
                Put(slot);
        }
    }
}
