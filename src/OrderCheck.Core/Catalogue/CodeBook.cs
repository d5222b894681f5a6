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
    private readonly HashedNumbers _found = new();

    /// <summary>No code has a later text: a text that came after it is no code yet.</summary>
    private int _latestText = -1;

    public int Count => _texts.Count;

    public string this[int number] => texts.Alone(_texts[number]);

    public ReadOnlySpan<byte> Utf8(int number) => texts.Utf8(_texts[number]);

    /// <summary>Makes room for so many.</summary>
    public void Expect(int codes)
    {
        _texts.EnsureCapacity(codes);
        _found.Expect(codes);
    }

    /// <summary>The code's number: the one that it has, or the next.</summary>
    /// <param name="text">Number of the code in the pool.</param>
    public int Add(int text)
    {
        if (FindText(text) is >= 0 and var known)
            return known;
        _texts.Add(text);
        _latestText = Math.Max(_latestText, text);
        _found.Add(Utf8Hash.Of(texts.Utf8(text)), _texts.Count - 1);
        return _texts.Count - 1;
    }

    /// <summary>The code's number in the pool of texts, by its number here.</summary>
    public int TextOf(int number) => _texts[number];

    /// <summary>The number of the code with that number in the pool of texts, or -1.</summary>
    public int FindText(int text) => text > _latestText ? -1 : Find(texts.Utf8(text));

    /// <summary>Its number, or -1. Allocates nothing.</summary>
    public int Find(ReadOnlySpan<char> code)
    {
        var most = code.Length * 3;
        var buffer = most <= LongestOnStack ? stackalloc byte[LongestOnStack] : new byte[most];
        var written = Encoding.UTF8.GetBytes(code, buffer);
        return Find(buffer[..written]);
    }

    /// <summary>As <see cref="Find(ReadOnlySpan{char})"/>.</summary>
    public int Find(ReadOnlySpan<byte> code)
    {
        var hash = Utf8Hash.Of(code);
        var place = _found.Begin(hash);
        while (_found.Next(hash, ref place) is >= 0 and var number)
        {
            if (Utf8(number).SequenceEqual(code))
                return number;
        }
        return -1;
    }
}
