namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>Where a body stops being JSON.</summary>
/// <param name="Path">Of the member; "" of the body as a whole.</param>
/// <param name="At">Byte offset.</param>
/// <param name="MessageId">msgid, where it stands before; else "".</param>
internal readonly record struct BrokenPlace(string Path, long At, string MessageId);
