namespace OrderCheck.Core.Grouping;

/// <summary>How a grouping ended.</summary>
public enum GroupingStatus
{
    /// <summary>A group of its own.</summary>
    Grouped,

    /// <summary>QY (歧义组): the principal procedure belongs to another MDC than the principal diagnosis.</summary>
    Ambiguous,

    /// <summary>X00: inside its MDC the case fits no group.</summary>
    Unmatched,

    /// <summary>0000 (未入组), for an <see cref="UngroupedCause"/>.</summary>
    Ungrouped,
}
