using System.Globalization;
using OrderCheck.Cli.Csv;

namespace OrderCheck.Cli.Nhsa.Points;

/// <summary>Two rows of a table that give one limit differently: neither is taken in silence for the other.</summary>
internal static class Contradiction
{
    /// <summary>Null where all rows say the same.</summary>
    /// <param name="rows">Those of one limit, in the order of the file.</param>
    /// <param name="columns">What they must agree in; where they do not, the later row is the one at fault.</param>
    public static Rejection? Of(IEnumerable<CsvRow> rows, params ReadOnlySpan<string> columns)
    {
        CsvRow? first = null;
        foreach (var row in rows)
        {
            first ??= row;
            foreach (var column in columns)
            {
                if (row[column] != first[column])
                    return Rejection.Of(row, column, string.Create(CultureInfo.InvariantCulture, $"'{first[column]}', as line {first.Field(column).Line} says of the same"));
            }
        }
        return null;
    }
}
