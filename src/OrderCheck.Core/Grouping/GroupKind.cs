namespace OrderCheck.Core.Grouping;

/// <summary>The part of an MDC in which an ADRG stands; parts are tried in this order.</summary>
public enum GroupKind
{
    /// <summary>外科部分.</summary>
    Surgical,

    /// <summary>非手术室操作部分.</summary>
    Procedure,

    /// <summary>QY (歧义组).</summary>
    Ambiguous,

    /// <summary>内科部分.</summary>
    Medical,

    /// <summary>X00: what no other group of the MDC takes.</summary>
    Rest,
}
