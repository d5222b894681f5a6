namespace OrderCheck.Server.Health;

/// <param name="Status">live, starting, ready, or degraded (checks are answered, writes are refused).</param>
internal sealed record HealthAnswer(string Status)
{
    /// <summary>What a start that is not done is doing.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public string? Step { get; init; }

    /// <summary>Number of the release in use.</summary>
    public long? Release { get; init; }

    /// <summary>"behind" while the release in use cannot be archived.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public string? ReleaseArchive { get; init; }

    /// <summary>"open", or the reason why it cannot be used.</summary>
    public string? Store { get; init; }
}
