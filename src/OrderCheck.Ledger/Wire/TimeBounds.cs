namespace OrderCheck.Ledger.Wire;

/// <summary>Which times are accepted: a jumped clock would otherwise put facts where no window ever finds them.</summary>
/// <param name="Earliest">Of what happened in an encounter.</param>
/// <param name="EarliestBirth">Of a birth.</param>
/// <param name="Latest">Of anything; planned ends of orders lie ahead.</param>
public sealed record TimeBounds(DateTimeOffset Earliest, DateTimeOffset EarliestBirth, DateTimeOffset Latest)
{
    /// <summary>Days that a planned time may lie ahead of our clock.</summary>
    public const int DaysAhead = 366;

    /// <summary>For what arrives from outside.</summary>
    public static TimeBounds At(DateTimeOffset now) => new(
        new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero),
        new DateTimeOffset(1880, 1, 1, 0, 0, 0, TimeSpan.Zero),
        now.AddDays(DaysAhead));

    /// <summary>For what was accepted before: the clock of that day decided.</summary>
    public static TimeBounds None { get; } = new(DateTimeOffset.MinValue, DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
}
