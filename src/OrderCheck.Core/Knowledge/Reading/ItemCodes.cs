using System.Buffers.Binary;
using System.Text;
using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>The catalogue's codes in order, so that those with a prefix stand together.</summary>
internal sealed class ItemCodes
{
    private const int LongestCode = 64;

    /// <summary>"X*" would be a limit on every drug: too easily a slip.</summary>
    public const int ShortestPrefix = 3;

    private static readonly byte[] Kind = Encoding.UTF8.GetBytes(ItemsOfKind.Drug);

    private readonly ItemCatalogue _catalogue;
    private readonly CodeBook _book;
    private int[]? _sorted;

    public ItemCodes(ItemCatalogue catalogue) => (_catalogue, _book) = (catalogue, catalogue.Book);

    /// <summary>Numbers of the codes, in the codes' order. Made when a prefix is asked for: by threads that read rows, one at a time.</summary>
    private int[] Sorted => _sorted ??= Sort();

    public bool Knows(string code) => _catalogue.Knows(code);

    /// <summary>The items that have that generic name, or that name, on any day.</summary>
    public IReadOnlyCollection<string> Named(string name) => [.. _catalogue.Named(name).Distinct()];

    /// <summary>Whether it is a code of the catalogue, or a prefix with '*' that some code begins with; else a fault of the column.</summary>
    public bool KnowsAny(CsvTable table, string column, string codeOrPrefix)
    {
        if (Fault(codeOrPrefix) is not { } fault)
            return true;
        table.Fault(column, fault);
        return false;
    }

    /// <summary>What is wrong with a code, or with a prefix that ends in '*'; null where the catalogue has items for it.</summary>
    /// <param name="mayBeShort">A prefix may be as short as "X*" or "*".</param>
    public string? Fault(string code, bool mayBeShort = false)
    {
        if (code.Length > LongestCode)
            return $"the code has {code.Length} characters; at most {LongestCode} are allowed.";
        if (!code.EndsWith('*'))
            return Knows(code) ? null : $"'{code}' is not in the catalogue (catalogue/items.csv).";
        if (code.Length <= ShortestPrefix && !mayBeShort)
            return $"'{code}' is too short; a prefix has at least {ShortestPrefix} characters before the '*'.";
        return !HasAny(code[..^1]) ? $"no item of the catalogue (catalogue/items.csv) begins with '{code[..^1]}'." : null;
    }

    /// <summary>Whether a code of the catalogue names that item wherever it stands: it is no prefix, no kind and not too long.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> code) =>
        code.Length is > 0 and <= LongestCode && code[^1] != '*' && !code.SequenceEqual(Kind);

    /// <summary>Whether a code begins so.</summary>
    public bool HasAny(string prefix)
    {
        var utf8 = Encoding.UTF8.GetBytes(prefix);
        var first = First(utf8);
        return first < _book.Count && _book.Utf8(Sorted[first]).StartsWith(utf8);
    }

    /// <summary>The codes that begin so, in order.</summary>
    public string[] With(string prefix)
    {
        var utf8 = Encoding.UTF8.GetBytes(prefix);
        var from = First(utf8);
        var to = from;
        while (to < _book.Count && _book.Utf8(Sorted[to]).StartsWith(utf8))
            to++;
        return Array.ConvertAll(Sorted[from..to], number => _book[number]);
    }

    /// <summary>The place of the first code that is not before that one. UTF-8 stands in the order of its characters.</summary>
    private int First(ReadOnlySpan<byte> utf8)
    {
        var (low, high) = (0, _book.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_book.Utf8(Sorted[middle]).SequenceCompareTo(utf8) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>Most codes differ within sixteen bytes, which stand side by side: the others are looked up only where those are the same.</summary>
    private int[] Sort()
    {
        var keys = new CodeKey[_book.Count];
        for (var number = 0; number < keys.Length; number++)
            keys[number] = CodeKey.Of(_book.Utf8(number), number);
        Array.Sort(keys);
        for (var (from, to) = (0, 1); to <= keys.Length; to++)
        {
            if (to < keys.Length && keys[to].BeginsAs(keys[from]))
                continue;
            if (to - from > 1)
                Array.Sort(keys, from, to - from, Comparer<CodeKey>.Create((one, other) => _book.Utf8(one.Number).SequenceCompareTo(_book.Utf8(other.Number))));
            from = to;
        }
        return Array.ConvertAll(keys, static key => key.Number);
    }

    /// <summary>The begin of a code as numbers that stand in the order of its bytes.</summary>
    private readonly record struct CodeKey(ulong First, ulong Second, int Number) : IComparable<CodeKey>
    {
        public static CodeKey Of(ReadOnlySpan<byte> code, int number)
        {
            Span<byte> begin = stackalloc byte[2 * sizeof(ulong)];
            begin.Clear();
            code[..Math.Min(code.Length, begin.Length)].CopyTo(begin);
            return new CodeKey(BinaryPrimitives.ReadUInt64BigEndian(begin), BinaryPrimitives.ReadUInt64BigEndian(begin[sizeof(ulong)..]), number);
        }

        public int CompareTo(CodeKey other) => First != other.First ? First.CompareTo(other.First) : Second.CompareTo(other.Second);

        public bool BeginsAs(in CodeKey other) => First == other.First && Second == other.Second;
    }
}
