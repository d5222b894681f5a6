namespace OrderCheck.Core.Knowledge;

/// <summary>How soon after a former inpatient stay a new admission is pointed out (再入院提示), and for what sameness.</summary>
public sealed class ReadmissionWindow : KnowledgeRow
{
    public const string PrincipalDiagnosis = "主要诊断";

    /// <summary>任意, 同科室, 同病组 or 同诊断 as the former stay; 频繁住院, 频繁门诊, 频繁购药: how many there were; 未了事项: what the last stay left open.</summary>
    public required string Scope { get; init; }

    /// <summary>Up to so many days from the discharge to this admission, the last included.</summary>
    public required int Days { get; init; }

    /// <summary>Only for these, separated by 、; null: for all.</summary>
    public string? Insurances { get; init; }

    /// <summary>频繁住院, 频繁门诊, 频繁购药: so many in these days, this one included, are not pointed out; null for all other scopes.</summary>
    public int? MostStays { get; init; }

    /// <summary>What to do about it, for the reader.</summary>
    public required string Advice { get; init; }

    /// <summary>主要诊断: what decides of stays whose group nobody knows; null: they are undetermined.</summary>
    public string? Fallback { get; init; }

    /// <summary>Asked before discharge once more, when this stay's group is known; else at registration alone.</summary>
    public bool AtDischarge { get; init; }

    public bool AppliesTo(string? insurance) => Insurances is null || (insurance is not null && Words.Split(Insurances).Contains(insurance));

    internal override string Sameness => $"{Scope}|{Insurances}";
}
