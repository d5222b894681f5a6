namespace OrderCheck.Core.Rules.Cases;

/// <summary>What a case shows of a rule; a rule needs one of each before it may be active.</summary>
public enum CaseKind
{
    /// <summary>提示: the rule must speak.</summary>
    Fires = 1,

    /// <summary>放行: the rule must find nothing, and must have been able to tell.</summary>
    Passes = 2,

    /// <summary>边界: the last that passes, or the first that does not; the expectation says which.</summary>
    Boundary = 3,
}
