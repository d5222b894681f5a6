using OrderCheck.Core.Grouping;

namespace OrderCheck.Cli.Grouping;

/// <summary>A result's reason in one line, with the codes that were unknown, grey or mapped.</summary>
internal static class ReasonText
{
    public static void Write(
        TextWriter output, in GroupResult result, ReadOnlySpan<char> diagnoses, ReadOnlySpan<char> procedures, GroupingScheme scheme)
    {
        WriteVerdict(output, result, First(diagnoses), First(procedures));
        if (!result.Diagnoses.IsEmpty)
            WriteNotes(output, "diagnosis", result.Diagnoses, diagnoses, scheme.Diagnoses);
        if (!result.Procedures.IsEmpty)
            WriteNotes(output, "procedure", result.Procedures, procedures, scheme.Procedures);
    }

    private static void WriteVerdict(TextWriter output, in GroupResult result, ReadOnlySpan<char> diagnosis, ReadOnlySpan<char> procedure)
    {
        switch (result.Status)
        {
            case GroupingStatus.Grouped:
                output.Write("grouped");
                return;
            case GroupingStatus.Ambiguous:
                output.Write("QY: no group of ");
                break;
            case GroupingStatus.Unmatched:
                output.Write("X00: no group of ");
                break;
            default:
                WriteCause(output, result, diagnosis);
                return;
        }
        output.Write(result.Mdc);
        output.Write(" takes principal diagnosis ");
        output.Write(diagnosis);
        if (procedure.IsEmpty)
            return;
        output.Write(" with principal procedure ");
        output.Write(procedure);
    }

    private static void WriteCause(TextWriter output, in GroupResult result, ReadOnlySpan<char> diagnosis)
    {
        output.Write("0000: ");
        output.Write(result.Cause switch
        {
            UngroupedCause.PrincipalDiagnosisMissing => "there is no principal diagnosis",
            UngroupedCause.PrincipalDiagnosisUnknown => "no code table has principal diagnosis ",
            UngroupedCause.PrincipalDiagnosisGrey => "a grey code is principal diagnosis: ",
            UngroupedCause.NoMdc => "no MDC takes principal diagnosis ",
            UngroupedCause.NoAdrgInMdc => "no group of its MDC takes principal diagnosis ",
            UngroupedCause.NoDrgInAdrg => $"{result.Adrg} has no division for principal diagnosis ",
            _ => $"a rule asks for {MissingNames(result.Missing)}, which the case does not have; principal diagnosis ",
        });
        output.Write(diagnosis);
    }

    private static string MissingNames(CaseNumbers missing) => string.Join(" and ", Enum.GetValues<CaseNumbers>()
        .Where(number => number != CaseNumbers.None && missing.HasFlag(number))
        .Select(number => number switch
        {
            CaseNumbers.AgeYears => "age_years",
            CaseNumbers.AgeDays => "age_days",
            CaseNumbers.BirthWeight => "birth_weight_g",
            CaseNumbers.Sex => "sex",
            _ => "los_days",
        }));

    private static void WriteNotes(TextWriter output, string what, CodeNotes notes, ReadOnlySpan<char> written, CodeBook book)
    {
        var position = 0;
        foreach (var code in CodeList.Of(written))
        {
            if (notes.Unknown.Contains(position) && book.Find(code, out _) < 0)
                WriteNote(output, "unknown ", what, code);
            if (notes.Mapped.Contains(position) && book.Find(code, out var mapped) is var ordinal && mapped)
            {
                WriteNote(output, "clinical-edition ", what, code);
                output.Write(" read as ");
                output.Write(book.CodeAt(ordinal));
            }
            if (notes.Grey.Contains(position) && book.Find(code, out _) is >= 0 and var grey && book.IsGrey(grey))
                WriteNote(output, "grey ", what, code);
            position++;
        }
    }

    private static void WriteNote(TextWriter output, string kind, string what, ReadOnlySpan<char> code)
    {
        output.Write("; ");
        output.Write(kind);
        output.Write(what);
        output.Write(' ');
        output.Write(code);
    }

    private static ReadOnlySpan<char> First(ReadOnlySpan<char> codes)
    {
        var end = codes.IndexOf('|');
        return (end < 0 ? codes : codes[..end]).Trim();
    }
}
