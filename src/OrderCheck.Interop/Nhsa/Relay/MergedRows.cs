namespace OrderCheck.Interop.Nhsa.Relay;

/// <summary>Our rows and the bureau's as one list, worst first.</summary>
/// <param name="Ids">To be kept before the rows are shown: where a disposition has to go.</param>
public sealed record MergedRows(IReadOnlyList<ShownRow> Rows, IReadOnlyList<MappedId> Ids);
