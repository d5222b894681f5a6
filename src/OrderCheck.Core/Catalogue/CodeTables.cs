using System.Collections.Frozen;

namespace OrderCheck.Core.Catalogue;

/// <summary>The small tables that codes from the HIS are read by, each by its code.</summary>
public sealed record CodeTables
{
    public static CodeTables Empty { get; } = new();

    /// <summary>By insutype.</summary>
    public FrozenDictionary<string, InsuranceType> InsuranceTypes { get; init; } = FrozenDictionary<string, InsuranceType>.Empty;

    /// <summary>By med_type.</summary>
    public FrozenDictionary<string, MedType> MedTypes { get; init; } = FrozenDictionary<string, MedType>.Empty;

    /// <summary>By the HIS's abbreviation, whatever its case: bid, q8h.</summary>
    public FrozenDictionary<string, Frequency> Frequencies { get; init; } = FrozenDictionary<string, Frequency>.Empty;

    /// <summary>By med_chrgitm_type.</summary>
    public FrozenDictionary<string, ChargeCategory> Categories { get; init; } = FrozenDictionary<string, ChargeCategory>.Empty;

    /// <summary>By name: 儿童, 新生儿.</summary>
    public FrozenDictionary<string, AgeGroup> AgeGroups { get; init; } = FrozenDictionary<string, AgeGroup>.Empty;

    /// <summary>catalogue/parameters.csv: name to value.</summary>
    public FrozenDictionary<string, string> Parameters { get; init; } = FrozenDictionary<string, string>.Empty;
}
