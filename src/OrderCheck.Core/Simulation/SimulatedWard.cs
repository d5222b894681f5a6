using OrderCheck.Core.Catalogue;

namespace OrderCheck.Core.Simulation;

/// <summary>What every story of one demo hospital is told from.</summary>
internal sealed record SimulatedWard(
    Formulary Formulary, SimulatedPrices Prices, CodeTables Codes, TimeZoneInfo TimeZone, DateTimeOffset Now)
{
    /// <summary>The code by which the installation's tables know inpatients; NHSA's 21 (普通住院) where they have none.</summary>
    public string InpatientMedType { get; } =
        First(Codes.MedTypes.Values.Where(type => type.Mode == "住院").Select(type => type.Code)) ?? "21";

    /// <summary>insutype of an insurance (职工, 居民); NHSA's own where the tables have none.</summary>
    public string InsuType(string insurance) =>
        First(Codes.InsuranceTypes.Values.Where(type => type.Insurance == insurance).Select(type => type.Code))
        ?? (insurance == "职工" ? "310" : "390");

    private static string? First(IEnumerable<string> codes) => codes.Order(StringComparer.Ordinal).FirstOrDefault();
}
