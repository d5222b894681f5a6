namespace OrderCheck.Grains.Encounters;

internal enum WriteOutcomeKind
{
    Done = 1,
    Conflict,
    Refused,
    Unavailable,

    /// <summary>Another activation was first each time; this one is gone, the next call gets a new one.</summary>
    Contended,
}
