using Google.Protobuf.Collections;
using OrderCheck.Ledger.Wire;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Server.Grouping;

/// <summary>Whether a case is well-formed. A case that is costs no memory.</summary>
internal static class CaseReader
{
    private const int MostCodes = 200;
    private const int LongestCode = 64;

    public static void Check(FieldReader reader, Proto.CodedCase coded)
    {
        reader.Id("case_id", coded.CaseId);
        if (!Enum.IsDefined(coded.Sex))
            reader.Refuse("sex", $"{(int)coded.Sex} is unknown", "SEX_MALE, SEX_FEMALE, SEX_INDETERMINATE, SEX_UNKNOWN, or nothing");
        if (coded.HasAgeYears)
            reader.Whole("age_years", coded.AgeYears, 0, 200);
        if (coded.HasAgeDays)
            reader.Whole("age_days", coded.AgeDays, 0, 75_000);
        if (coded.HasBirthWeightG)
            reader.Whole("birth_weight_g", coded.BirthWeightG, 0, 20_000);
        if (coded.HasStayDays)
            reader.Whole("stay_days", coded.StayDays, 0, 36_500);
        CheckCodes(reader, "diagnoses", coded.Diagnoses);
        CheckCodes(reader, "procedures", coded.Procedures);
    }

    private static void CheckCodes(FieldReader reader, string list, RepeatedField<string> codes)
    {
        if (codes.Count > MostCodes)
            reader.Refuse(list, $"has {codes.Count} codes", $"at most {MostCodes}");
        for (var at = 0; at < codes.Count; at++)
        {
            // The path is put together only where something has to be said of it.
            if (codes[at].Length > LongestCode || codes[at].AsSpan().ContainsAnyExceptInRange('!', '~'))
                reader.Text($"{list}[{at}]", codes[at], LongestCode);
        }
    }
}
