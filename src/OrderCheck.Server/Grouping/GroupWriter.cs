using Google.Protobuf.Collections;
using OrderCheck.Core.Grouping;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Server.Grouping;

/// <summary>A group as a message.</summary>
internal static class GroupWriter
{
    public static Proto.CaseGroup Write(Proto.CodedCase coded, ChosenScheme chosen, in GroupResult result)
    {
        var group = new Proto.CaseGroup
        {
            CaseId = coded.CaseId,
            Status = Status(result.Status),
            Cause = Cause(result.Cause),
            Mdc = result.Mdc,
            MdcName = result.MdcName,
            Adrg = result.Adrg,
            AdrgName = result.AdrgName,
            Drg = result.Drg,
            DrgName = result.DrgName,
            Scheme = chosen.Id,
            SchemeName = chosen.Scheme.Name,
            SchemeVersion = chosen.Scheme.Version,
        };
        if (result.Missing != CaseNumbers.None)
            group.Missing.Add(Fields(result.Missing));
        if (!result.Diagnoses.IsEmpty)
            group.DiagnosisNotes.Add(Notes(coded.Diagnoses, result.Diagnoses, chosen.Scheme.Diagnoses));
        if (!result.Procedures.IsEmpty)
            group.ProcedureNotes.Add(Notes(coded.Procedures, result.Procedures, chosen.Scheme.Procedures));
        return group;
    }

    public static Proto.GroupingStatus Status(GroupingStatus status) => status switch
    {
        GroupingStatus.Grouped => Proto.GroupingStatus.Grouped,
        GroupingStatus.Ambiguous => Proto.GroupingStatus.Qy,
        GroupingStatus.Unmatched => Proto.GroupingStatus.X00,
        _ => Proto.GroupingStatus.Ungrouped,
    };

    private static Proto.UngroupedCause Cause(UngroupedCause cause) => cause switch
    {
        UngroupedCause.None => Proto.UngroupedCause.Unspecified,
        UngroupedCause.PrincipalDiagnosisMissing => Proto.UngroupedCause.PrincipalDiagnosisMissing,
        UngroupedCause.PrincipalDiagnosisUnknown => Proto.UngroupedCause.PrincipalDiagnosisUnknown,
        UngroupedCause.PrincipalDiagnosisGrey => Proto.UngroupedCause.PrincipalDiagnosisGrey,
        UngroupedCause.DataMissing => Proto.UngroupedCause.DataMissing,
        UngroupedCause.NoMdc => Proto.UngroupedCause.NoMdc,
        UngroupedCause.NoAdrgInMdc => Proto.UngroupedCause.NoAdrgInMdc,
        _ => Proto.UngroupedCause.NoDrgInAdrg,
    };

    private static IEnumerable<string> Fields(CaseNumbers missing) => Enum.GetValues<CaseNumbers>()
        .Where(number => number != CaseNumbers.None && missing.HasFlag(number))
        .Select(static number => number switch
        {
            CaseNumbers.AgeYears => "age_years",
            CaseNumbers.AgeDays => "age_days",
            CaseNumbers.BirthWeight => "birth_weight_g",
            CaseNumbers.Sex => "sex",
            _ => "stay_days",
        });

    /// <summary>Positions from 63 on share a bit: what is said of each is looked up.</summary>
    private static IEnumerable<Proto.CodeNote> Notes(RepeatedField<string> codes, CodeNotes notes, CodeBook book)
    {
        for (var at = 0; at < codes.Count; at++)
        {
            if (!notes.Unknown.Contains(at) && !notes.Grey.Contains(at) && !notes.Mapped.Contains(at))
                continue;
            var note = Note(at, codes[at], book);
            if (note.Unknown || note.Grey || note.MappedTo.Length > 0)
                yield return note;
        }
    }

    private static Proto.CodeNote Note(int position, string code, CodeBook book)
    {
        var note = new Proto.CodeNote { Position = position, Code = code };
        var read = code.AsSpan().Trim();
        if (read.IsEmpty)
            return note;
        var ordinal = book.Find(read, out var mapped);
        note.Unknown = ordinal < 0;
        if (note.Unknown)
            return note;
        note.Grey = book.IsGrey(ordinal);
        note.Name = book.NameAt(ordinal);
        if (mapped)
            note.MappedTo = book.CodeAt(ordinal);
        return note;
    }
}
