namespace OrderCheck.Core.Tables;

/// <summary>How a field of a CSV table is written (RFC 4180): in quotation marks only where it needs them, so that equal content is equal to the byte.</summary>
public static class CsvQuoting
{
    /// <summary>A row that begins with # would be taken for a remark by other readers.</summary>
    public static string Quoted(string field) => field.AsSpan().ContainsAny(",\"\r\n") || field.StartsWith('#')
        ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : field;
}
