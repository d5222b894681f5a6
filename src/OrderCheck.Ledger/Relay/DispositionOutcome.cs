namespace OrderCheck.Ledger.Relay;

/// <summary>What became of a disposition on its way to the bureau; the numbers are stored.</summary>
public enum DispositionOutcome
{
    Waiting = 0,
    Acknowledged = 1,

    /// <summary>The bureau answered that it does not take it.</summary>
    Refused = 2,

    /// <summary>The bureau did not answer for as long as it is worth telling it.</summary>
    GivenUp = 3,
}
