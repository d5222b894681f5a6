namespace OrderCheck.Core.Tables;

/// <summary>One row out of <see cref="PackedRows"/>: the number of each field's text in the pool, -1 where it is empty.</summary>
internal sealed class PackedRow(TextPool texts, int[] fields)
{
    public string? Text(int field) => fields[field] < 0 ? null : texts[fields[field]];
}
