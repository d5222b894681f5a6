namespace OrderCheck.Server.Nhsa.Relay;

/// <summary>What came back from a bureau: a whole reply of whatever content, or why there is none.</summary>
/// <param name="Failure">Stable: "timeout", "connection", "interrupted", "too_large", "busy", "circuit_open", "stopping"; null where there is a reply.</param>
internal sealed record BureauReply(string? Failure)
{
    public int Status { get; init; }

    public string? ContentType { get; init; }

    /// <summary>As the content type declares it; "" where it does not.</summary>
    public string Charset { get; init; } = "";

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The bureau is in trouble: reason not to ask it for a while.</summary>
    public bool IsOfService => Failure is "timeout" or "connection" or "interrupted" || Status >= 500;

    public static BureauReply Failed(string reason) => new(reason);
}
