namespace OrderCheck.Core.Catalogue;

/// <summary>What an age group means here: a child may be one up to 14 or to 18.</summary>
/// <param name="Name">儿童, 新生儿, 老年 …</param>
/// <param name="MinAge">Included; null: from birth.</param>
/// <param name="MaxAge">Included; null: open.</param>
/// <param name="AgeUnit">岁, 月 or 天, completed.</param>
public sealed record AgeGroup(string Name, int? MinAge, int? MaxAge, string AgeUnit, string? Source);
