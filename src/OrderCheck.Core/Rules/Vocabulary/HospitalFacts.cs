namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>The facility. Rule text calls it <c>hospital</c>.</summary>
public sealed class HospitalFacts
{
    /// <summary>1 一级, 2 二级, 3 三级.</summary>
    public int? Level { get; internal set; }

    /// <summary>综合, 专科, 中医, 基层.</summary>
    public string? Type { get; internal set; }
}
