using System.Buffers.Binary;
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
    private readonly HashedNumbers _found = new();
    private int _used = ChunkSize;

    public int Count => _starts.Count;

    /// <summary>Nothing is added any more, nor found by what it says.</summary>
    public bool IsSealed { get; private set; }

    /// <summary>What it takes in memory.</summary>
    public long Bytes => ((long)_chunks.Count * ChunkSize) + (sizeof(int) * (long)_starts.Capacity) + _found.Bytes;

    /// <summary>Makes room for so many more.</summary>
    /// <param name="found">So many of them are looked up.</param>
    public void Expect(int more, int found)
    {
        _starts.EnsureCapacity(_starts.Count + more);
        _found.Expect(found);
    }

    /// <summary>Its number, from 0: the one that it has, or the next.</summary>
    /// <param name="text">At most 65 535 bytes; a field of a table has at most 8 000 characters.</param>
    public int Add(ReadOnlySpan<byte> text)
    {
        var hash = Utf8Hash.Of(text);
        if (Find(hash, text) is >= 0 and var known)
            return known;
        Append(text);
        _found.Add(hash, _starts.Count - 1);
        return _starts.Count - 1;
    }

    /// <summary>Its number, the next: for a text that nothing else says, or that is found in another way.</summary>
    public int AddAnew(ReadOnlySpan<byte> text)
    {
        Append(text);
        return _starts.Count - 1;
    }

    /// <summary>Its number, or -1: of texts that were not added anew, and not after <see cref="Seal"/>.</summary>
    public int Find(ReadOnlySpan<byte> text) => Find(Utf8Hash.Of(text), text);

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
            var text = Alone(number);
            Volatile.Write(ref made, new Made(number, text));
            return text;
        }
    }

    /// <summary>The text as a new object: what one thing alone is called would drive out what many say.</summary>
    public string Alone(int number) => Encoding.UTF8.GetString(Utf8(number));

    /// <summary>Nothing is added any more.</summary>
    public void Seal()
    {
        IsSealed = true;
        _found.Clear();
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

    private int Find(uint hash, ReadOnlySpan<byte> text)
    {
        var place = _found.Begin(hash);
        while (_found.Next(hash, ref place) is >= 0 and var number)
        {
            if (Utf8(number).SequenceEqual(text))
                return number;
        }
        return -1;
    }

    private sealed record Made(int Number, string Text);
}
