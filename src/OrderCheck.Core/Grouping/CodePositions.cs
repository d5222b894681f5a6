using System.Numerics;

namespace OrderCheck.Core.Grouping;

/// <summary>
/// Positions in a case's list of codes, without an allocation: position 0 is the principal. Positions from 63 on share
/// the last bit.
/// </summary>
public readonly record struct CodePositions(ulong Bits)
{
    public bool IsEmpty => Bits == 0;

    public int Count => BitOperations.PopCount(Bits);

    public bool Contains(int position) => (Bits & Bit(position)) != 0;

    public CodePositions With(int position) => new(Bits | Bit(position));

    private static ulong Bit(int position) => 1UL << Math.Min(position, 63);
}
