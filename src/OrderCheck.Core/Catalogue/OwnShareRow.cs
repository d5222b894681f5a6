namespace OrderCheck.Core.Catalogue;

/// <summary>What the patient pays first of an item (先行自付比例), by insurance and facility level, on a span of days.</summary>
/// <param name="ItemCode">A code, or a prefix without its '*'.</param>
/// <param name="Insurance">职工, 居民 …; null: every insurance.</param>
/// <param name="Level">1 to 3; null: every level.</param>
/// <param name="Ratio">0 to 1.</param>
public sealed record OwnShareRow(
    string ItemCode, bool IsPrefix, string? Insurance, int? Level, decimal Ratio, DateOnly? EffectiveFrom, DateOnly? EffectiveTo, string? Source)
{
    /// <summary>How much the row says about whom it is for: insurance counts more than level.</summary>
    internal int Precision => (Insurance is null ? 0 : 2) + (Level is null ? 0 : 1);

    internal bool IsFor(string? insurance, int? level, DateOnly day) =>
        (Insurance is null || Insurance == insurance) && (Level is null || Level == level)
        && (EffectiveFrom is not { } from || day >= from) && (EffectiveTo is not { } to || day <= to);
}
