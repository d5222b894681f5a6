namespace OrderCheck.Core.Patients;

/// <summary>A use in another encounter, as small as it can be: a chronic patient has hundreds.</summary>
/// <param name="Day">The hospital's calendar day, as <see cref="DateOnly.DayNumber"/>.</param>
public readonly record struct EarlierUse(int Day, long TenThousandths, long AmountMicros)
{
    private const decimal TenThousand = 10_000m;

    /// <summary>In the billed unit.</summary>
    public decimal Quantity => TenThousandths / TenThousand;

    internal static EarlierUse Of(StayUse use) => new(use.Day, (long)(use.Quantity * TenThousand), use.Amount.Micros);
}
