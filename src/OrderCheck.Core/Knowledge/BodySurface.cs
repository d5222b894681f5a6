namespace OrderCheck.Core.Knowledge;

/// <summary>
/// Body surface area by Mosteller's formula, √(height in cm × weight in kg ÷ 3600) m² (Mosteller RD: Simplified calculation of
/// body-surface area. N Engl J Med 1987;317:1098).
/// </summary>
public static class BodySurface
{
    private const decimal Divisor = 3600m;
    private const int Decimals = 4;

    /// <returns>m², to four decimals.</returns>
    public static decimal M2(decimal heightCm, decimal weightKg) =>
        decimal.Round((decimal)Math.Sqrt((double)(heightCm * weightKg / Divisor)), Decimals, MidpointRounding.ToEven);
}
