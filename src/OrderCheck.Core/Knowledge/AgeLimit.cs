namespace OrderCheck.Core.Knowledge;

/// <summary>The item is for patients of an age, both ends included, at the time of use.</summary>
public sealed class AgeLimit : KnowledgeRow
{
    /// <summary>The age group that the row names, 儿童; null where it gives the ages itself.</summary>
    public string? Group { get; init; }

    public int? MinAge { get; init; }

    public int? MaxAge { get; init; }

    /// <summary>岁, 月 or 天, completed.</summary>
    public required string AgeUnit { get; init; }

    /// <summary>As a reader says it: "0–14岁", "18岁以上".</summary>
    public string Range => (MinAge, MaxAge) switch
    {
        ({ } min, { } max) => $"{min}–{max}{AgeUnit}",
        ({ } min, null) => $"满{min}{AgeUnit}",
        (null, { } max) => $"不超过{max}{AgeUnit}",
        _ => "",
    };

    internal override string Sameness => $"{MinAge}|{MaxAge}|{AgeUnit}";
}
