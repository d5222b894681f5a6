using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Knowledge;

namespace OrderCheck.Core.Tests.Histories;

/// <summary>One row of knowledge, and what a history must hold for it to speak: the row's own items with those that it names beside them, and the codes of diagnoses and procedures.</summary>
internal sealed record Theme(KnowledgeKind Kind, KnowledgeRow Row, string[] Items, string[] Diagnoses, string[] Procedures)
{
    private const int ItemsOfAPrefix = 2;
    private const int MostItems = 9;
    private const int CodeOfADrug = 10;

    public static Theme Of(KnowledgeKind kind, KnowledgeRow row, ItemCatalogue catalogue, DateOnly day)
    {
        IEnumerable<string> own = row is { ItemCode: "", IsPrefix: false } ? [] : ItemsOfKind.PrefixesOf(row.ItemCode) is { Count: > 0 } prefixes
            ? prefixes.Select(prefix => prefix + "*")
            : [row.ItemCode + (row.IsPrefix ? "*" : "")];
        IEnumerable<string> named = [.. own, .. Beside(row), .. row.SharedWith];
        return new Theme(
            kind, row,
            [.. named.SelectMany(code => kind == KnowledgeKind.DrugCounts ? Kinds(code, catalogue, day) : InCatalogue(code, catalogue, day)).Distinct().Take(MostItems)],
            [.. Parts(DiagnosesOf(row))], [.. Parts(ProceduresOf(row))]);
    }

    /// <summary>The clinical pathway that the row is of; null where it is of none.</summary>
    public string? Pathway => Row switch
    {
        ClinicalPathway own => own.Pathway,
        PathwayItem item => item.Pathway,
        PathwayPreference preference => preference.Pathway,
        _ => null,
    };

    public override string ToString() => $"{KnowledgeKinds.NameOf(Kind)} {Row.ItemCode}{(Row.IsPrefix ? "*" : "")} {Row.ItemName}";

    private static IEnumerable<string> Beside(KnowledgeRow row) => row switch
    {
        RelationRow relation => relation.Others.Select(other => other.Code + (other.IsPrefix ? "*" : "")),
        StepTherapy step => step.Codes,
        FrequencyLimit { PerItem: { } per } => [per],
        CodedOperation operation => Parts(operation.Items).Select(code => code + "*"),
        DiagnosisEvidence evidence => Parts(evidence.Items).Select(code => code + "*"),
        _ => [],
    };

    private static string? DiagnosesOf(KnowledgeRow row) => row switch
    {
        DiagnosisLimit limit => limit.IcdCodes ?? limit.TcmCodes,
        Contraindication ground => ground.IcdCodes,
        StepTherapy step => step.IntoleranceCodes,
        PrincipalDiagnosis principal => principal.Diagnoses,
        DiagnosisPatient patient => patient.Diagnoses,
        DiagnosisEvidence evidence => evidence.Diagnoses,
        ProcedurePatient procedure => procedure.Principals,
        ClinicalPathway pathway => pathway.Principals,
        _ => null,
    };

    private static string? ProceduresOf(KnowledgeRow row) => row switch
    {
        ProcedurePatient procedure => procedure.Procedures,
        CodedOperation operation => operation.Procedures,
        PerioperativeAntibiotic prophylaxis => prophylaxis.Procedures,
        ClinicalPathway pathway => pathway.Operations,
        _ => null,
    };

    /// <summary>The codes of a list; of a range its beginning.</summary>
    private static IEnumerable<string> Parts(string? list) =>
        (list ?? "").Split('|', '、').Where(part => part.Length > 0).Select(part => part.Trim().Split('-')[0]);

    /// <summary>Of each drug one.</summary>
    private static IEnumerable<string> Kinds(string prefix, ItemCatalogue catalogue, DateOnly day) =>
        Codes(prefix[..^1], catalogue, day).DistinctBy(code => code[..CodeOfADrug]);

    private static IEnumerable<string> Codes(string prefix, ItemCatalogue catalogue, DateOnly day) =>
        catalogue.Codes.Where(known => known.StartsWith(prefix, StringComparison.Ordinal) && catalogue.FindItem(known, day) is not null).Order(StringComparer.Ordinal);

    private static IEnumerable<string> InCatalogue(string code, ItemCatalogue catalogue, DateOnly day) =>
        code.EndsWith('*')
            ? Codes(code[..^1], catalogue, day).Take(ItemsOfAPrefix)
            : catalogue.Knows(code) ? [code] : [];
}
