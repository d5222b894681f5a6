using System.Numerics;
using System.Text;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Catalogue;

/// <summary>
/// The catalogue's codes, numbered as they come. A code is found by its bytes in a table of numbers, without an object for
/// each code. Written by one thread, then read by many.
/// </summary>
internal sealed class CodeBook(TextPool texts)
{
    /// <summary>No code of the catalogue is longer: see <see cref="Knowledge.Reading.ItemCodes"/>.</summary>
    private const int LongestOnStack = 256;

    private readonly List<int> _texts = [];
    private int[] _slots = new int[64];

    public int Count => _texts.Count;

    /// <summary>What it takes in memory, without the texts.</summary>
    public long Bytes => sizeof(int) * ((long)_texts.Capacity + _slots.Length);

    public string this[int number] => texts[_texts[number]];

    public ReadOnlySpan<byte> Utf8(int number) => texts.Utf8(_texts[number]);

    /// <summary>Makes room for so many.</summary>
    public void Expect(int codes)
    {
        _texts.EnsureCapacity(codes);
        Grow((int)BitOperations.RoundUpToPowerOf2((uint)(codes + 1) * 2));
    }

    /// <summary>The code's number: the one that it has, or the next.</summary>
    /// <param name="text">Number of the code in the pool.</param>
    public int Add(int text)
    {
        if (_slots.Length < (_texts.Count + 1) * 2)
            Grow(_slots.Length * 2);
        var slot = SlotOf(texts.Utf8(text));
        if (_slots[slot] > 0)
            return _slots[slot] - 1;
        _texts.Add(text);
        _slots[slot] = _texts.Count;
        return _texts.Count - 1;
    }

    /// <summary>The code's number in the pool of texts, by its number here.</summary>
    public int TextOf(int number) => _texts[number];

    /// <summary>The number of the code with that number in the pool of texts, or -1.</summary>
    public int FindText(int text) => _slots[SlotOf(texts.Utf8(text))] - 1;

    /// <summary>Its number, or -1. Allocates nothing.</summary>
    public int Find(ReadOnlySpan<char> code)
    {
        var most = code.Length * 3;
        var buffer = most <= LongestOnStack ? stackalloc byte[LongestOnStack] : new byte[most];
        var written = Encoding.UTF8.GetBytes(code, buffer);
        return _slots[SlotOf(buffer[..written])] - 1;
    }

    private int SlotOf(ReadOnlySpan<byte> code)
    {
        var last = _slots.Length - 1;
        var slot = (int)(Utf8Hash.Of(code) & (uint)last);
        while (_slots[slot] > 0 && !Utf8(_slots[slot] - 1).SequenceEqual(code))
            slot = (slot + 1) & last;
        return slot;
    }

    private void Grow(int slots)
    {
        _slots = new int[Math.Max(slots, _slots.Length)];
        for (var number = 0; number < _texts.Count; number++)
            _slots[SlotOf(Utf8(number))] = number + 1;
    }
}
