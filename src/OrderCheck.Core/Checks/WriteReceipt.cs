using OrderCheck.Core.Findings;

namespace OrderCheck.Core.Checks;

/// <summary>What a write did. Durable when it is heard; the same request gets the same receipt for ever.</summary>
public sealed record WriteReceipt
{
    /// <summary>The encounter's ledger sequence after this write.</summary>
    public required long LedgerSequence { get; init; }

    /// <summary>How many facts this write recorded.</summary>
    public required int Recorded { get; init; }

    /// <summary>Ids that were recorded before with the same content; not recorded again.</summary>
    public IReadOnlyList<string> AlreadyRecorded { get; init; } = [];

    /// <summary>Ids whose recorded revision is higher; not recorded.</summary>
    public IReadOnlyList<string> IgnoredLowerRevision { get; init; } = [];

    /// <summary>Ids that are recorded while their encounter or order is not known yet; joined on arrival.</summary>
    public IReadOnlyList<string> Parked { get; init; } = [];

    /// <summary>What the judgement in this write's own turn found and the cited check did not have.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Of automatic charges: findings that interrupt nobody and are on the morning list instead of here.</summary>
    public int ListedForMorning { get; init; }

    /// <summary>State of that judgement; complete where there was nothing to judge.</summary>
    public CheckState State { get; init; } = CheckState.Complete;
    public IReadOnlyList<StateReason> StateReasons { get; init; } = [];

    /// <summary>The judgement's check id; "" where there was nothing to judge.</summary>
    public string CheckId { get; init; } = "";
}
