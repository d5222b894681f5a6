namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>The encounter and how it is paid at the time of use. Rule text calls it <c>visit</c>.</summary>
public sealed class VisitFacts
{
    /// <summary>住院, 门诊, 急诊, 互联网: from med_type by the code table.</summary>
    public string? Mode { get; internal set; }

    /// <summary>职工, 居民, 工伤, 生育, 自费 …: from insutype by the code table.</summary>
    public string? Insurance { get; internal set; }

    /// <summary>Midnights passed since admission, at least 1; today counts for rules within a stay.</summary>
    public int? InpatientDays { get; internal set; }
}
