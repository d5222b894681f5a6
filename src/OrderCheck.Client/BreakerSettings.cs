namespace OrderCheck.Client;

/// <summary>When checks pause because the service keeps failing, so that no doctor waits for a deadline in vain each time.</summary>
public sealed class BreakerSettings
{
    /// <summary>The share of failed checks within <see cref="Window"/> that opens the circuit, above 0 to 1. Default 0.5.</summary>
    public decimal FailureShare { get; set; } = 0.5m;

    /// <summary>Fewer checks than this within <see cref="Window"/> never open it. 2 or more, default 3.</summary>
    public int LeastChecks { get; set; } = 3;

    /// <summary>0.5 s to 1 h, default 30 s.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long checks are answered "unchecked" at once before one is let through to try. 0.5 s to 1 h, default 5 s.</summary>
    public TimeSpan Break { get; set; } = TimeSpan.FromSeconds(5);

    internal BreakerSettings Copy() => (BreakerSettings)MemberwiseClone();
}
