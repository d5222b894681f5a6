namespace OrderCheck.Core.Rules;

/// <summary>The CSV files under dictionary/: what a new hospital's dictionaries start with.</summary>
public sealed record DictionarySeed(IReadOnlyList<RuleFile> Files)
{
    public static DictionarySeed Empty { get; } = new([]);
}
