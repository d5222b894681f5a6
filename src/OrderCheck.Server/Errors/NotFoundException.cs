namespace OrderCheck.Server.Errors;

/// <summary>What was asked for does not exist in the caller's hospital.</summary>
/// <param name="reason">Stable: unknown_encounter, unknown_check, unknown_key.</param>
/// <param name="message">English.</param>
public sealed class NotFoundException(string reason, string message) : Exception(message)
{
    public string Reason { get; } = reason;
}
