namespace OrderCheck.Interop.Nhsa.Relay;

/// <summary>A row of the one answer.</summary>
/// <param name="Row">Whose texts it has.</param>
/// <param name="Id">jr_id as it is shown.</param>
/// <param name="Severity">sev_deg as it is shown: of one that both found the graver.</param>
/// <param name="Merged">The bureau's rows that mean the same as this row of ours.</param>
public sealed record ShownRow(ResultRow Row, string Id, string Severity, IReadOnlyList<ResultRow> Merged);
