using OrderCheck.Core.Encounters;

namespace OrderCheck.Core.Checks;

/// <summary>Names of substances as people write them: 青霉素, 青霉素类, 注射用青霉素钠 are taken for one.</summary>
internal static class Substance
{
    private const int ShortestName = 2;

    /// <summary>"否认药物过敏史": somebody asked, and there is none.</summary>
    public static bool StatesNone(string name) => name.StartsWith('无') || name.StartsWith("否认", StringComparison.Ordinal);

    /// <summary>By code, or by name.</summary>
    public static bool IsIt(AllergyRecorded allergy, string substance) =>
        allergy.SubstanceCode == substance || AreAlike(allergy.SubstanceName, substance);

    /// <summary>Whether one name holds the other.</summary>
    public static bool AreAlike(string recorded, string? name) =>
        name is { Length: >= ShortestName } && recorded.Length >= ShortestName
        && (name.Contains(recorded, StringComparison.OrdinalIgnoreCase) || recorded.Contains(name, StringComparison.OrdinalIgnoreCase));
}
