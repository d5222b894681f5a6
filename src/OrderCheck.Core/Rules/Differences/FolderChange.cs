namespace OrderCheck.Core.Rules.Differences;

/// <summary>One difference between two rules folders: a rule, or a row of a table.</summary>
/// <param name="File">"knowledge/sex_limits.csv".</param>
/// <param name="Table">What the file holds, in Chinese: a rule family, what the table is for, or else the file's own name.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Code">The rule's name, the item's code, or what the row is about.</param>
/// <param name="Name">The rule's title or the item's name; "" where there is none.</param>
/// <param name="Saying">What it says now, or said until it was removed: "性别 男；生效日期 2025-05-23".</param>
/// <param name="Fields">Where it was changed: what is different. Where it ends: its last day.</param>
/// <param name="RuleCode">NHSA's code of the rule that a row was published under; null where it has none.</param>
/// <param name="Batch">The batch of NHSA's publication that a row is from; null where it is from none.</param>
public sealed record FolderChange(
    string File, string Table, ChangeKind Kind, string Code, string Name, string Saying, IReadOnlyList<FieldChange> Fields, string? RuleCode, string? Batch);
