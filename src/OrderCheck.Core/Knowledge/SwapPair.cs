namespace OrderCheck.Core.Knowledge;

/// <summary>
/// The item must not be billed where another one was ordered (串换): a known swap names what is done instead; the row for
/// every item names nothing, and then any other item of the same kind is looked for.
/// </summary>
public sealed class SwapPair : RelationRow
{
    public const string Ordered = "医嘱";
    public const string Issued = "出库";
    public const string Used = "使用";

    /// <summary>What is ordered and done instead; null: any item.</summary>
    public string? OtherName { get; init; }

    /// <summary>医嘱: what was ordered; 出库: what the stock issued; 使用: what the operation record or the scanned label says was used.</summary>
    public string Against { get; init; } = Ordered;

    internal override string OthersName => OtherName ?? "医嘱项目";

    internal override string Sameness => Against == Ordered ? OtherName ?? "" : $"|{Against}";
}
