using System.Collections.Frozen;

namespace OrderCheck.Core.Grouping;

/// <summary>
/// The diagnosis or the procedure codes of a scheme. Each code has an ordinal and one row of bits: bit n says whether the
/// code is in the scheme's n-th set. So a rule's question costs one bit test, however long its list is.
/// </summary>
public sealed class CodeBook
{
    private readonly FrozenDictionary<string, int> _ordinals;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _ordinalsOfText;
    private readonly string[] _codes;
    private readonly string[] _names;
    private readonly bool[] _grey;
    private readonly ulong[] _rows;

    /// <param name="ordinals">Insurance-edition codes, and clinical-edition codes that are no insurance-edition codes as -1 - ordinal.</param>
    internal CodeBook(FrozenDictionary<string, int> ordinals, string[] codes, string[] names, bool[] grey, ulong[] rows, int stride)
    {
        _ordinals = ordinals;
        _ordinalsOfText = ordinals.GetAlternateLookup<ReadOnlySpan<char>>();
        _codes = codes;
        _names = names;
        _grey = grey;
        _rows = rows;
        Stride = stride;
    }

    /// <summary>Insurance-edition codes.</summary>
    public int Count => _codes.Length;

    /// <summary>Words of a code's row.</summary>
    internal int Stride { get; }

    /// <returns>The code's ordinal; -1 where it is in no table.</returns>
    /// <param name="code">Of either edition.</param>
    /// <param name="mapped">Whether it is a clinical-edition code, so that the ordinal is of the code it maps to.</param>
    public int Find(ReadOnlySpan<char> code, out bool mapped)
    {
        var found = _ordinalsOfText.TryGetValue(code, out var value);
        return Unpack(found, value, out mapped);
    }

    /// <inheritdoc cref="Find(ReadOnlySpan{char}, out bool)"/>
    public int Find(string code, out bool mapped)
    {
        var found = _ordinals.TryGetValue(code, out var value);
        return Unpack(found, value, out mapped);
    }

    public string CodeAt(int ordinal) => _codes[ordinal];

    /// <summary>Empty where no table names the code.</summary>
    public string NameAt(int ordinal) => _names[ordinal];

    public bool IsGrey(int ordinal) => _grey[ordinal];

    internal ReadOnlySpan<ulong> Row(int ordinal) => _rows.AsSpan(ordinal * Stride, Stride);

    internal bool IsIn(int ordinal, int set) => (_rows[(ordinal * Stride) + (set >> 6)] & (1UL << (set & 63))) != 0;

    private static int Unpack(bool found, int value, out bool mapped)
    {
        mapped = found && value < 0;
        return !found ? -1 : mapped ? -1 - value : value;
    }
}
