using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Grouping.Import;

/// <summary>A scheme's folder made from someone else's tables.</summary>
/// <param name="Files">Named as <see cref="Schemes.SchemeFiles"/> says; empty where there are faults.</param>
/// <param name="Faults">What makes the tables unusable; files are the source's own.</param>
/// <param name="Warnings">What is odd in the tables and does not stop the import.</param>
/// <param name="CodesInNoTable">How many different codes of the sets are in no code table.</param>
public sealed record SchemeImport(
    IReadOnlyList<RuleFile> Files, IReadOnlyList<Fault> Faults, IReadOnlyList<string> Warnings, int CodesInNoTable);
