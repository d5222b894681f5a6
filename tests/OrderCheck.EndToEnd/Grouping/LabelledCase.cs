using OrderCheck.Protocol.V1;

namespace OrderCheck.EndToEnd.Grouping;

/// <summary>A case as a message, with the group that two independent transcriptions of 2.0 agree on.</summary>
internal sealed record LabelledCase(CodedCase Case, string Drg)
{
    /// <param name="path">A table without quoted fields.</param>
    /// <param name="scheme">That is to group it.</param>
    public static IReadOnlyList<LabelledCase> ReadAgreed(string path, string scheme)
    {
        var lines = File.ReadAllLines(path);
        var header = lines[0].Split(',');
        return
        [
            .. lines.Skip(1)
                .Select(line => header.Zip(line.Split(',')).ToDictionary(static pair => pair.First, static pair => pair.Second))
                .Where(static row => row["same"] == "1")
                .Select(row => new LabelledCase(Read(row, scheme), row["expected_drg_opendrg_site2026"])),
        ];
    }

    private static CodedCase Read(Dictionary<string, string> row, string scheme)
    {
        var coded = new CodedCase
        {
            CaseId = row["case_id"],
            Sex = (Sex)int.Parse(row["sex"]),
            Scheme = scheme,
            Diagnoses = { Codes(row["diagnoses"]) },
            Procedures = { Codes(row["procedures"]) },
        };
        if (row["age_years"].Length > 0)
            coded.AgeYears = int.Parse(row["age_years"]);
        if (row["age_days"].Length > 0)
            coded.AgeDays = int.Parse(row["age_days"]);
        if (row["birth_weight_g"].Length > 0)
            coded.BirthWeightG = int.Parse(row["birth_weight_g"]);
        return coded;
    }

    private static string[] Codes(string text) => text.Length == 0 ? [] : text.Split('|');
}
