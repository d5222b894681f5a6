using OrderCheck.Cli.Csv;

namespace OrderCheck.Cli.Nhsa;

/// <summary>Why a point can't be used, and where the value is that stands in the way.</summary>
/// <param name="Value">As it is in the file.</param>
/// <param name="Allowed">What would be.</param>
internal sealed record Rejection(string File, int Line, int Column, string Value, string Allowed)
{
    public static Rejection Of(CsvRow row, string column, string allowed)
    {
        var field = row.Field(column);
        return new Rejection(row.File, field.Line, field.Column, field.Text, allowed);
    }

    public override string ToString() => $"{File}:{Line}:{Column}: '{Shorten(Value)}': {Allowed}";

    private static string Shorten(string value) => value.Length <= 60 ? value : value[..60] + "…";
}
