namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>
/// What a rule may know of the patient: the infant's own facts where the order names an infant. Null means not known, and
/// a rule that reads it is then undetermined. Rule text calls it <c>patient</c>.
/// </summary>
public sealed class PatientFacts
{
    /// <summary>男, 女, or 其他 (indeterminate: sex rules do not apply).</summary>
    public string? Sex { get; internal set; }

    /// <summary>Completed years at the time of use.</summary>
    public int? AgeYears { get; internal set; }

    /// <summary>Completed months at the time of use.</summary>
    public int? AgeMonths { get; internal set; }

    /// <summary>Completed days at the time of use; the day of birth is day 0.</summary>
    public int? AgeDays { get; internal set; }

    /// <summary>Kilograms, as last weighed by the time of use; of an infant that was not weighed, at birth.</summary>
    public decimal? WeightKg { get; internal set; }

    /// <summary>Centimetres, as last measured by the time of use.</summary>
    public decimal? HeightCm { get; internal set; }

    /// <summary>妊娠, 哺乳, 无.</summary>
    public string? Pregnancy { get; internal set; }

    /// <summary>The age in 岁, 月 or 天 completed; null where it is not known.</summary>
    public int? Age(string unit) => unit switch
    {
        "岁" => AgeYears,
        "月" => AgeMonths,
        "天" => AgeDays,
        _ => throw new ArgumentException($"An age is counted in 岁, 月 or 天, not in '{unit}'."),
    };
}
