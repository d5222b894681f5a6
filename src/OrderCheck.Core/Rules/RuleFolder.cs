namespace OrderCheck.Core.Rules;

/// <summary>A rules folder as text: everything that a release is built from.</summary>
public sealed record RuleFolder(IReadOnlyList<RuleFile> Files)
{
    /// <summary>What the reader could not make text of; a release is refused for these faults too.</summary>
    public IReadOnlyList<Fault> ReadFaults { get; init; } = [];

    public RuleFile? Find(string path) => Files.FirstOrDefault(file => file.Path == path);
}
