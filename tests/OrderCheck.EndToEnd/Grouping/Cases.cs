using OrderCheck.Protocol.V1;

namespace OrderCheck.EndToEnd.Grouping;

/// <summary>Cases that the starter scheme groups.</summary>
internal static class Cases
{
    public const string Scheme = "chs-drg-2.0";
    public const string Region = "示例市";

    /// <summary>A stroke with pneumonia, 62 years: BR2.</summary>
    public static CodedCase Stroke(string id) => new()
    {
        CaseId = id,
        Sex = Sex.Male,
        AgeYears = 62,
        Diagnoses = { "I63.900", "J18.900" },
        Region = Region,
        InsuranceType = "310",
        DischargeDate = "2026-03-01",
    };
}
