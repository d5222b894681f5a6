namespace OrderCheck.Core.Knowledge;

/// <summary>
/// The item must not be billed where another one was ordered (串换): a known swap names what is done instead; the row for
/// every item names nothing, and then any other item of the same kind is looked for.
/// </summary>
public sealed class SwapPair : RelationRow
{
    /// <summary>What is ordered and done instead; null: any item.</summary>
    public string? OtherName { get; init; }

    internal override string OthersName => OtherName ?? "医嘱项目";

    internal override string Sameness => OtherName ?? "";
}
