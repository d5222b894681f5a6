namespace OrderCheck.Core.Rules;

/// <summary>The CSV files under dictionary/: what a new hospital's dictionaries start with.</summary>
public sealed record DictionarySeed(IReadOnlyList<RuleFile> Files)
{
    /// <summary>The path of the price list, dated prices by item.</summary>
    public const string Prices = "dictionary/prices.csv";

    public static DictionarySeed Empty { get; } = new([]);
}
