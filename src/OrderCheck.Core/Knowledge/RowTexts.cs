namespace OrderCheck.Core.Knowledge;

/// <summary>What the source of a row says in words. Of a row that is kept as bytes each is read when it is first asked for: most are asked for in findings alone.</summary>
internal sealed class RowTexts
{
    private readonly PackedTexts? _packed;
    private readonly int _row;

    public RowTexts()
    {
    }

    public RowTexts(PackedTexts packed, int row) => (_packed, _row) = (packed, row);

    public string? ItemName { get => field ??= _packed?.Read(_row, RowText.ItemName); set; }

    public string? OfficialRuleCode { get => field ??= _packed?.Read(_row, RowText.RuleCode); set; }

    public string? OfficialRuleName { get => field ??= _packed?.Read(_row, RowText.RuleName); set; }

    public string? OfficialText { get => field ??= _packed?.Read(_row, RowText.OfficialText); set; }

    public string? Batch { get => field ??= _packed?.Read(_row, RowText.Batch); set; }

    public string? PointId { get => field ??= _packed?.Read(_row, RowText.PointId); set; }

    public string? Source { get => field ??= _packed?.Read(_row, RowText.Source); set; }

    /// <summary>The same of a row with another item.</summary>
    public RowTexts Calling(string itemName)
    {
        var copy = (RowTexts)MemberwiseClone();
        copy.ItemName = itemName;
        return copy;
    }
}
