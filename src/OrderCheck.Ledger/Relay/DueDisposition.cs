namespace OrderCheck.Ledger.Relay;

/// <summary>A disposition that this process may send now.</summary>
/// <param name="Revision">Grows when the user answers otherwise: an outcome is of one revision.</param>
/// <param name="Attempts">How often it was sent before.</param>
public sealed record DueDisposition(long Number, int Revision, ToldDisposition Told, DateTimeOffset ToldAt, int Attempts);
