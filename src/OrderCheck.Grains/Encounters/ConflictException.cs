namespace OrderCheck.Grains.Encounters;

/// <summary>An id was used before with other content; nothing of the call was written.</summary>
/// <param name="kind">What the id is of: "request", "order", "charge", "event", "action" or "decision".</param>
/// <param name="id">The id, as the caller gave it.</param>
/// <param name="message">English, for the integrator.</param>
public sealed class ConflictException(string kind, string id, string message) : Exception(message)
{
    public string Kind { get; } = kind;

    public string Id { get; } = id;
}
