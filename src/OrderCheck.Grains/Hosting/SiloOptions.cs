namespace OrderCheck.Grains.Hosting;

/// <summary>How this process takes part in a cluster. Checked by <see cref="SiloOptionsValidator"/> at start.</summary>
public sealed class SiloOptions
{
    /// <summary>The configuration section these settings are bound from.</summary>
    public const string Section = "Cluster";

    /// <summary>
    /// Redis configuration string for membership, e.g. "10.0.0.5:6379,password=…"; Redis has to persist (appendonly yes).
    /// Null: this process is the whole cluster.
    /// </summary>
    public string? Redis { get; set; }

    public string ClusterId { get; set; } = "ordercheck";

    public string ServiceId { get; set; } = "ordercheck";

    /// <summary>Silo-to-silo port; 0 takes a free one, for one process alone.</summary>
    public int SiloPort { get; set; }

    /// <summary>Address that other silos reach this one by; null for the loopback, for one process alone.</summary>
    public string? AdvertisedAddress { get; set; }

    /// <summary>How long an encounter that nobody asks for stays in memory. 1 minute to 7 days.</summary>
    public TimeSpan IdleEncounter { get; set; } = TimeSpan.FromHours(6);
}
