namespace OrderCheck.Core.Hospitals;

/// <summary>A row of a hospital's dictionary, in force on a span of days.</summary>
public abstract record EffectiveRow
{
    /// <summary>First day in force; null: always was.</summary>
    public DateOnly? EffectiveFrom { get; init; }

    /// <summary>Last day in force; null: open.</summary>
    public DateOnly? EffectiveTo { get; init; }

    public bool InForce(DateOnly day) =>
        (EffectiveFrom is not { } from || day >= from) && (EffectiveTo is not { } to || day <= to);
}
