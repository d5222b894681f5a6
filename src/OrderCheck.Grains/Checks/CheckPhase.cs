namespace OrderCheck.Grains.Checks;

/// <summary>What a check spends its time on. Where it goes to the encounter's grain, refresh and record are parts of the turn.</summary>
public enum CheckPhase
{
    /// <summary>Reading the message and its fields.</summary>
    Read,

    /// <summary>The call to the encounter's grain and back, less the judging; only where the encounter is not open here, or has to be confirmed.</summary>
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
