using System.Collections.Frozen;

namespace OrderCheck.Ledger.Installation;

/// <summary>A hospital's type as it is sent and kept, and how the limits spell it.</summary>
public static class FacilityTypes
{
    private static readonly FrozenDictionary<string, string> Spelled = new Dictionary<string, string>
    {
        ["general"] = "综合",
        ["specialist"] = "专科",
        ["tcm"] = "中医",
        ["community"] = "基层",
    }.ToFrozenDictionary();

    /// <summary>In alphabetical order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Spelled.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Null where the type is not known.</summary>
    public static string? InLimits(string type) => Spelled.GetValueOrDefault(type);

    /// <summary>"" where the limits' word is none of ours.</summary>
    public static string OfLimits(string? spelled) => Spelled.FirstOrDefault(type => type.Value == spelled).Key ?? "";
}
