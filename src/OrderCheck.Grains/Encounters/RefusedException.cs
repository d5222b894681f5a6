namespace OrderCheck.Grains.Encounters;

/// <summary>The request has bad form; nothing of it was written.</summary>
/// <param name="field">Path into the request's facts, e.g. "facts[3].refund_of".</param>
/// <param name="message">English: the value, what is allowed and what to do.</param>
public sealed class RefusedException(string field, string message) : Exception(message)
{
    public string Field { get; } = field;
}
