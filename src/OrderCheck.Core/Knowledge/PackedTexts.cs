using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Knowledge;

/// <summary>The texts that every row of a large table may have, read from its bytes.</summary>
internal sealed class PackedTexts(TextPool texts, PackedRows rows, PackedHeader header)
{
    private static readonly string[] Columns = ["item_name", "rule_code", "rule_name", "official_text", "batch", "point_id", "source"];

    private readonly int[] _positions = [.. Columns.Select(column => header.Positions.GetValueOrDefault(column, -1))];

    /// <summary>Null where the field is empty or the table has no such column.</summary>
    public string? Read(int row, RowText text) =>
        _positions[(int)text] is >= 0 and var position && rows.TextOf(row, position) is >= 0 and var number
            ? text is RowText.ItemName or RowText.PointId ? texts.Alone(number) : texts[number]
            : null;
}
