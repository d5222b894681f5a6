using System.Collections.Frozen;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Findings;

namespace OrderCheck.Core.Regions;

/// <summary>
/// How a region (统筹区) speaks NHSA's transactions: values clash between regions and parts of them are nowhere published, so
/// that what a code means is data. Read from regions/NAME/ of a rules folder.
/// </summary>
public sealed record RegionProfile
{
    /// <summary>The folder's name.</summary>
    public required string Name { get; init; }

    /// <summary>As an officer calls it.</summary>
    public required string Title { get; init; }

    /// <summary>By NHSA's field name: "matn_stas", "sev_deg".</summary>
    public required FrozenDictionary<string, RegionCodes> Codes { get; init; }

    /// <summary>The region's own names of members, by node and NHSA's name.</summary>
    public FieldRenames Renames { get; init; } = FieldRenames.None;

    /// <summary>The region's transaction numbers, by NHSA's: "3101", "3102", "3103".</summary>
    public FrozenDictionary<string, string> Transactions { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Callers refuse members that the specification does not have: no output.ordercheck.</summary>
    public bool Strict { get; init; }

    /// <summary>What nobody could check is answered as infcode -1; else as a result row of rule OC-UNCHECKED.</summary>
    public bool UncheckedFails { get; init; }

    /// <summary>Findings that were decided before come as results again; else they are named in output.ordercheck alone.</summary>
    public bool RepeatsFolded { get; init; }

    /// <summary>How requests to the region's bureau are signed; null where that is not known.</summary>
    public RegionSignature? Signature { get; init; }

    /// <summary>Our word for the code; null where the table does not have it, or says nothing of it.</summary>
    public string? Meaning(string table, string code) => Codes.GetValueOrDefault(table)?.Find(code)?.Means;

    /// <summary>The region's code for our word; null where its table has none.</summary>
    public string? CodeOf(string table, string word) => Codes.GetValueOrDefault(table)?.CodeOf(word);

    /// <summary>sev_deg: the row for "severity/response" where there is one, else the severity's.</summary>
    public string SeverityCode(Severity severity, Response response)
    {
        var word = RegionWords.Of(severity);
        return CodeOf(NhsaTables.Severity, $"{word}/{RegionWords.Of(response)}") ?? CodeOf(NhsaTables.Severity, word) ?? "";
    }

    /// <summary>vola_bhvr_type: the family's row where there is one, else the domain's, else that of all others ("*").</summary>
    public string BehaviourCode(string family, Domain domain) =>
        CodeOf(NhsaTables.Behaviour, family) ?? CodeOf(NhsaTables.Behaviour, RegionWords.Of(domain)) ?? CodeOf(NhsaTables.Behaviour, RegionWords.Any) ?? "";

    /// <summary>What a trigger scenario asks; empty where the region's table does not have it.</summary>
    public IReadOnlyList<Stage> StagesOf(string scenario) =>
        Codes.GetValueOrDefault(NhsaTables.Scenario)?.Find(scenario) is { } row ? RegionWords.StagesOf(row.Means ?? "") ?? [] : [];

    /// <summary>NHSA's number of a transaction that the region numbers otherwise; the number itself where it is NHSA's.</summary>
    public string TransactionOf(string number)
    {
        foreach (var (nhsa, own) in Transactions)
        {
            if (own == number)
                return nhsa;
        }
        return number;
    }
}
