namespace OrderCheck.Core.Grouping.Import;

/// <summary>A sheet of a workbook as text.</summary>
/// <param name="Rows">From row 1 on, each from column A on; a blank cell is empty text.</param>
public sealed record WorkbookSheet(string Name, IReadOnlyList<IReadOnlyList<string>> Rows);
