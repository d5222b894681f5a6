namespace OrderCheck.Core.Hospitals;

/// <summary>How billed units come of doses: 次进一, 日进一 or 不取整.</summary>
public enum Rounding
{
    /// <summary>What is left of an opened unit is thrown away.</summary>
    UpPerExecution = 1,

    /// <summary>What is left serves the rest of the day.</summary>
    UpPerDay = 2,
    Exact = 3,
}
