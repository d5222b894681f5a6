namespace OrderCheck.Server.Nhsa.Relay;

/// <summary>What goes back to the HIS.</summary>
/// <param name="Verbatim">The bureau's own reply, to be passed on as it is; else UTF-8, to be written in the caller's charset.</param>
/// <param name="ContentType">Of a verbatim reply.</param>
internal sealed record HisAnswer(ReadOnlyMemory<byte> Body, bool Verbatim = false, int Status = StatusCodes.Status200OK, string? ContentType = null)
{
    /// <summary>To be done once the HIS has it: what it was told late is not told again then. Null: nothing.</summary>
    public Func<Task>? Sent { get; init; }
}
