namespace OrderCheck.Core.Knowledge;

/// <summary>An item that a row names beside its own, or all items whose codes begin so.</summary>
/// <param name="Code">A catalogue code, or a prefix of codes without its '*'.</param>
/// <param name="Name">As the row calls it.</param>
/// <param name="EffectiveFrom">First day on which it belongs to the row; null: always did.</param>
/// <param name="EffectiveTo">Last day; null: open.</param>
internal readonly record struct RelatedItem(
    string Code, bool IsPrefix, string Name, DateOnly? EffectiveFrom = null, DateOnly? EffectiveTo = null)
{
    public bool InForce(DateOnly day) =>
        (EffectiveFrom is not { } from || day >= from) && (EffectiveTo is not { } to || day <= to);

    public bool Matches(string itemCode) =>
        IsPrefix ? itemCode.StartsWith(Code, StringComparison.Ordinal) : itemCode == Code;

    /// <summary>Whether some item may be both.</summary>
    public bool Overlaps(in RelatedItem other) => Matches(other.Code) || other.Matches(Code);
}
