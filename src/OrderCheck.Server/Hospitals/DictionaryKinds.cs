using OrderCheck.Core.Rules;

namespace OrderCheck.Server.Hospitals;

/// <summary>The tables of a hospital's dictionary, as callers and the rules folder name them.</summary>
internal static class DictionaryKinds
{
    public static readonly IReadOnlyList<string> All =
        ["item_map", "prices", "order_charges", "route_charges", "units", "rounding", "departments", "staff"];

    public static string Of(RuleFile file) => System.IO.Path.GetFileNameWithoutExtension(file.Path);
}
