namespace OrderCheck.Core.Grouping;

/// <summary>A scheme's answers to the questions of <see cref="PolicySwitch"/>.</summary>
public sealed record PolicySwitches
{
    /// <summary>The list that the scheme itself gives for OP_ALL.</summary>
    public const string OwnOpAll = "default";

    public bool QyEnabled { get; init; }

    /// <summary>The part behind "OP_ALL/" in the name of a set, or <see cref="OwnOpAll"/>.</summary>
    public string OpAllSet { get; init; } = OwnOpAll;

    /// <summary>True: X00. False: go on, at last 0000.</summary>
    public bool StopUnmatched { get; init; }

    public bool SexMismatchQy { get; init; }

    public bool MdcoFemaleOnly { get; init; }

    /// <summary>True: PQY. False: P00. Only where unmatched cases stop.</summary>
    public bool NewbornNonPQy { get; init; }

    /// <summary>Null: as the scheme's own rule says.</summary>
    public bool? HivAnyDiagnosis { get; init; }
}
