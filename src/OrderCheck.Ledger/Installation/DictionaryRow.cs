namespace OrderCheck.Ledger.Installation;

/// <summary>One table of a hospital's numbered dictionary stream; rows of one number were published together.</summary>
/// <param name="Kind">"item_map", "prices", "order_charges", "route_charges", "units", "rounding", "departments", "staff".</param>
/// <param name="Csv">The whole table as text.</param>
public sealed record DictionaryRow(string Hospital, long Number, string Kind, string Csv, DateTimeOffset RecordedAt);
