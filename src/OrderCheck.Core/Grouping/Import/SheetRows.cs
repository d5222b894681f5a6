using System.Text.RegularExpressions;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Grouping.Import;

/// <summary>The data rows of one sheet, with faults by sheet, row and column.</summary>
internal sealed class SheetRows
{
    private readonly WorkbookSheet? _sheet;
    private readonly int _headers;
    private readonly int _firstColumn;
    private readonly List<Fault> _faults;

    /// <param name="headers">Rows to pass over.</param>
    /// <param name="first">What the first column of interest looks like; some sheets have a blank or a running number before it.</param>
    public SheetRows(IReadOnlyList<WorkbookSheet> sheets, string name, int headers, Regex first, List<Fault> faults)
    {
        _sheet = sheets.FirstOrDefault(sheet => sheet.Name.Trim() == name);
        _headers = headers;
        _faults = faults;
        if (_sheet is null)
        {
            faults.Add(new Fault($"sheet {name}", 0, 0, $"The workbook has no sheet {name}; it has {string.Join(", ", sheets.Select(sheet => sheet.Name))}."));
            return;
        }
        var data = _sheet.Rows.Skip(headers).FirstOrDefault(row => row.Any(cell => cell.Trim().Length > 0)) ?? [];
        _firstColumn = Math.Max(0, data.Select(cell => cell.Trim()).ToList().FindIndex(cell => first.IsMatch(cell)));
    }

    /// <summary>Row numbers as the workbook counts them, from 1; blank rows are passed over.</summary>
    public IEnumerable<int> Numbers =>
        _sheet is null ? [] : Enumerable.Range(_headers, Math.Max(0, _sheet.Rows.Count - _headers))
            .Where(at => _sheet.Rows[at].Any(cell => cell.Trim().Length > 0)).Select(at => at + 1);

    public string Get(int row, int column) =>
        _firstColumn + column < _sheet!.Rows[row - 1].Count ? _sheet.Rows[row - 1][_firstColumn + column].Trim() : "";

    public void Refuse(int row, int column, string message) =>
        _faults.Add(new Fault($"sheet {_sheet!.Name}", row, _firstColumn + column + 1, message));
}
