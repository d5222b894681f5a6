namespace OrderCheck.Interop.Nhsa.Relay;

/// <summary>A finding of the bureau that the HIS has under another id.</summary>
public sealed record MappedId(string Shown, string Bureau);
