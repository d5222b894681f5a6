namespace OrderCheck.Core.Grouping;

/// <summary>How far another diagnosis weighs on the group.</summary>
public enum ComplicationLevel
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>MCC: 严重合并症或并发症.</summary>
    Major = 1,

    /// <summary>CC: 合并症或并发症.</summary>
    Minor = 2,
}
