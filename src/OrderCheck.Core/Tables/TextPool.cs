using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace OrderCheck.Core.Tables;

/// <summary>
/// Texts as UTF-8, each once, by number: what the rows of a release say is said many times over. No collection looks into
/// it, however many texts it has. Written by one thread; once <see cref="Seal"/>ed, read by many.
/// </summary>
internal sealed class TextPool
{
    /// <summary>A large object, which no collection copies: while a million rows are read all chunks live, and copying them kept every check waiting.</summary>
    public const int ChunkSize = 1 << 17;

    private const int LengthSize = sizeof(ushort);
    private const int MostStrings = 1 << 12;

    private readonly List<byte[]> _chunks = [];
    private readonly List<int> _starts = [];
    private readonly Made?[] _strings = new Made?[MostStrings];
    private int[] _slots = new int[64];
    private int _used = ChunkSize;
    private int _listed;

    public int Count => _starts.Count;

    /// <summary>What it takes in memory.</summary>
    public long Bytes => ((long)_chunks.Count * ChunkSize) + (sizeof(int) * ((long)_starts.Capacity + _slots.Length));

    /// <summary>Makes room for so many more, that they need not be looked up again and again while the table grows.</summary>
    public void Expect(int more)
    {
        var slots = (int)BitOperations.RoundUpToPowerOf2((uint)(_listed + more + 1) * 2);
        _starts.EnsureCapacity(_starts.Count + more);
        if (slots > _slots.Length)
            Grow(slots);
    }

    /// <summary>Its number, from 0: the one that it has, or the next.</summary>
    /// <param name="text">At most 65 535 bytes; a field of a table has at most 8 000 characters.</param>
    public int Add(ReadOnlySpan<byte> text)
    {
        if (_slots.Length < (_listed + 1) * 2)
            Grow(_slots.Length * 2);
        var slot = SlotOf(text);
        if (_slots[slot] > 0)
            return _slots[slot] - 1;
        Append(text);
        _listed++;
        _slots[slot] = _starts.Count;
        return _starts.Count - 1;
    }

    /// <summary>Its number, the next: for a text that nothing else says. It is not found again before <see cref="Seal"/>.</summary>
    public int AddAnew(ReadOnlySpan<byte> text)
    {
        Append(text);
        return _starts.Count - 1;
    }

    /// <summary>Its number, or -1. After <see cref="Seal"/> all texts are gone through.</summary>
    public int Find(ReadOnlySpan<byte> text)
    {
        if (_slots.Length > 0)
            return _slots[SlotOf(text)] - 1;
        for (var number = 0; number < _starts.Count; number++)
        {
            if (Utf8(number).SequenceEqual(text))
                return number;
        }
        return -1;
    }

    public ReadOnlySpan<byte> Utf8(int number)
    {
        var start = _starts[number];
        var chunk = _chunks[start / ChunkSize].AsSpan(start % ChunkSize);
        return chunk.Slice(LengthSize, BinaryPrimitives.ReadUInt16LittleEndian(chunk));
    }

    /// <summary>The text; often the same object as before.</summary>
    public string this[int number]
    {
        get
        {
            ref var made = ref _strings[number % MostStrings];
            if (Volatile.Read(ref made) is { } known && known.Number == number)
                return known.Text;
            var text = Encoding.UTF8.GetString(Utf8(number));
            Volatile.Write(ref made, new Made(number, text));
            return text;
        }
    }

    /// <summary>Nothing is added any more.</summary>
    public void Seal()
    {
        _slots = [];
        _starts.TrimExcess();
    }

    private void Append(ReadOnlySpan<byte> text)
    {
        if (_used + LengthSize + text.Length > ChunkSize)
        {
            _chunks.Add(GC.AllocateUninitializedArray<byte>(ChunkSize));
            _used = 0;
        }
        _starts.Add(((_chunks.Count - 1) * ChunkSize) + _used);
        var to = _chunks[^1].AsSpan(_used);
        BinaryPrimitives.WriteUInt16LittleEndian(to, checked((ushort)text.Length));
        text.CopyTo(to[LengthSize..]);
        _used += LengthSize + text.Length;
    }

    private int SlotOf(ReadOnlySpan<byte> text)
    {
        var last = _slots.Length - 1;
        var slot = (int)(Utf8Hash.Of(text) & (uint)last);
        while (_slots[slot] > 0 && !Utf8(_slots[slot] - 1).SequenceEqual(text))
            slot = (slot + 1) & last;
        return slot;
    }

    private void Grow(int slots)
    {
        var listed = _slots;
        _slots = new int[slots];
        foreach (var number in listed)
        {
            if (number > 0)
                _slots[SlotOf(Utf8(number - 1))] = number;
        }
    }

    private sealed record Made(int Number, string Text);
}
