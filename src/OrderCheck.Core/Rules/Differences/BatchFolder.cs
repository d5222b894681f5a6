using System.Globalization;

namespace OrderCheck.Core.Rules.Differences;

/// <summary>
/// A rules folder as it was after an earlier batch of NHSA's publication: without the rows of later batches, and with those
/// open again that a later batch ended. An update between two batches has a name and no number: its rows are of the time
/// after the last batch that was published before it. Rows of no batch stay as they are.
/// </summary>
public static class BatchFolder
{
    private const string Batch = "batch";
    private const string From = "effective_from";
    private const string To = "effective_to";

    /// <param name="folder">With at least one row of that batch.</param>
    /// <param name="batch">The last batch that is known then, from 1.</param>
    /// <exception cref="UnreadableFileException">A table is no CSV.</exception>
    /// <exception cref="ArgumentException">The folder has no row of that batch; the message names those that it has.</exception>
    public static RuleFolder AsOf(RuleFolder folder, int batch)
    {
        var tables = folder.Files.Where(static file => file.Path.StartsWith("knowledge/", StringComparison.Ordinal) && file.Path.EndsWith(".csv", StringComparison.Ordinal))
            .Select(static file => (File: file, Table: TextTable.Read(file.Path, file.Text))).Where(static entry => entry.Table.Columns.Contains(Batch)).ToList();
        var batches = tables.SelectMany(entry => entry.Table.Rows.Select(row => BatchOf(entry.Table, row))).OfType<int>().Distinct().Order().ToList();
        if (!batches.Contains(batch))
            throw new ArgumentException($"There is no batch {batch}; the folder has {(batches.Count == 0 ? "rows of no batch" : $"batches {string.Join(", ", batches)}")}.", nameof(batch));
        // The day on which the next batch came into force: what ends on the day before, or later, was open then.
        var next = tables.SelectMany(entry => entry.Table.Rows.Where(row => BatchOf(entry.Table, row) > batch).Select(row => Day(entry.Table, row, From))).OfType<DateOnly>().Order().FirstOrDefault();
        var cut = tables.ToDictionary(static entry => entry.File.Path, entry => Cut(entry.Table, batch, next));
        return new RuleFolder([.. folder.Files.Select(file => cut.TryGetValue(file.Path, out var text) ? file with { Text = text } : file)]);
    }

    private static string Cut(TextTable table, int batch, DateOnly next)
    {
        var to = table.Place(To);
        var rows = table.Rows.Where(row => BatchOf(table, row) is { } of ? of <= batch : !IsLaterUpdate(table, row, next)).Select(row =>
        {
            var open = next != default && to >= 0 && Field(table, row, Batch).Length > 0 && Day(table, row, To) is { } last && last.AddDays(1) >= next;
            return open ? [.. row.Select((field, place) => place == to ? "" : field)] : row;
        });
        return (table with { Rows = [.. rows] }).ToCsv();
    }

    private static bool IsLaterUpdate(TextTable table, string[] row, DateOnly next) =>
        next != default && Field(table, row, Batch).Length > 0 && Day(table, row, From) >= next;

    private static int? BatchOf(TextTable table, string[] row) =>
        int.TryParse(Field(table, row, Batch), NumberStyles.None, CultureInfo.InvariantCulture, out var batch) ? batch : null;

    private static DateOnly? Day(TextTable table, string[] row, string column) =>
        DateOnly.TryParseExact(Field(table, row, column), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Field(TextTable table, string[] row, string column) => table.Place(column) is >= 0 and var place ? row[place] : "";
}
