namespace OrderCheck.Grains.Checks;

/// <summary>What a check spends its time on. Read, turn, judge and write make the total; refresh and record are parts of the turn.</summary>
public enum CheckPhase
{
    /// <summary>Reading the message and its fields.</summary>
    Read,

    /// <summary>The call to the encounter's grain and back, less the judging.</summary>
    Turn,

    /// <summary>Having the encounter's memory confirmed by the ledger, where that is due.</summary>
    Refresh,
    Judge,

    /// <summary>Handing the check to the queue behind the answer.</summary>
    Record,

    /// <summary>Making the answer's message.</summary>
    Write,
    Total,
}
