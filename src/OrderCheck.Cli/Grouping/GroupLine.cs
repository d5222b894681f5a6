using OrderCheck.Core.Grouping;
using OrderCheck.Core.Tables;

namespace OrderCheck.Cli.Grouping;

/// <summary>One line of the table of groups.</summary>
internal static class GroupLine
{
    public static void Write(TextWriter output, CsvRecords record, CaseColumns columns, in GroupResult result, GroupingScheme scheme)
    {
        WriteField(output, columns.Id(record));
        output.Write(',');
        output.Write(result.Mdc);
        output.Write(',');
        output.Write(result.Adrg);
        output.Write(',');
        output.Write(result.Drg);
        output.Write(',');
        var diagnoses = columns.Diagnoses(record);
        var procedures = columns.Procedures(record);
        // Codes come from outside: with a comma, quote or line's end in one, the reason must be quoted.
        if (diagnoses.IndexOfAny(",\"\n\r") < 0 && procedures.IndexOfAny(",\"\n\r") < 0 && result.Cause != UngroupedCause.DataMissing)
        {
            ReasonText.Write(output, result, diagnoses, procedures, scheme);
        }
        else
        {
            using var reason = new StringWriter();
            ReasonText.Write(reason, result, diagnoses, procedures, scheme);
            WriteField(output, reason.ToString());
        }
        output.WriteLine();
    }

    private static void WriteField(TextWriter output, ReadOnlySpan<char> value)
    {
        if (value.IndexOfAny(",\"\n\r") < 0)
        {
            output.Write(value);
            return;
        }
        output.Write('"');
        foreach (var c in value)
        {
            if (c == '"')
                output.Write('"');
            output.Write(c);
        }
        output.Write('"');
    }
}
