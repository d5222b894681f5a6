namespace OrderCheck.Core.Catalogue;

/// <summary>A drug, herb piece, service or consumable as it is in a span of days (目录项目).</summary>
public sealed record CatalogueItem
{
    /// <summary>NHSA hilist_code.</summary>
    public required string Code { get; init; }
    public required string Name { get; init; }

    /// <summary>药品, 饮片, 项目 or 耗材.</summary>
    public required string Kind { get; init; }

    /// <summary>甲, 乙 or 丙; null where it is not known.</summary>
    public string? Class { get; init; }

    /// <summary>What the patient pays first, 0 to 1; null where it is not known.</summary>
    public decimal? OwnShareRatio { get; init; }

    /// <summary>NHSA med_chrgitm_type.</summary>
    public string? Category { get; init; }

    /// <summary>The billed unit.</summary>
    public string? Unit { get; init; }

    /// <summary>Dose in one billed unit, in <see cref="StrengthUnit"/>; null where it is not known.</summary>
    public decimal? Strength { get; init; }
    public string? StrengthUnit { get; init; }
    public string? GenericName { get; init; }

    /// <summary>First day in force; null: always was.</summary>
    public DateOnly? EffectiveFrom { get; init; }

    /// <summary>Last day in force; null: open.</summary>
    public DateOnly? EffectiveTo { get; init; }
    public string? Source { get; init; }

    public bool InForce(DateOnly day) =>
        (EffectiveFrom is not { } from || day >= from) && (EffectiveTo is not { } to || day <= to);
}
