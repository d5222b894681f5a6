namespace OrderCheck.Ledger.Relay;

/// <summary>Rows of the bureau about one visit that came after the HIS had its answer.</summary>
/// <param name="Rows">JSON array, as the bureau wrote them, without patients' names; empty: the bureau was asked and has not answered.</param>
public sealed record LateRows(long Number, string VisitNumber, ReadOnlyMemory<byte> Rows, DateTimeOffset ArrivedAt);
