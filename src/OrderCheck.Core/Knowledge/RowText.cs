namespace OrderCheck.Core.Knowledge;

/// <summary>A text that every row may have, see <see cref="RowTexts"/>.</summary>
internal enum RowText
{
    ItemName,
    RuleCode,
    RuleName,
    OfficialText,
    Batch,
    PointId,
    Source,
}
