namespace OrderCheck.Core.Tables;

/// <summary>The columns of a table whose rows are <see cref="PackedRows"/>.</summary>
internal sealed record PackedHeader(string File, Dictionary<string, int> Positions)
{
    /// <summary>Where these columns stand, but for those that the file has not.</summary>
    public int[] PositionsOf(params IEnumerable<string> columns) =>
        [.. columns.Select(column => Positions.GetValueOrDefault(column, -1)).Where(static position => position >= 0)];

    /// <summary>Where the columns stand that are not these.</summary>
    public int[] PositionsBut(params ReadOnlySpan<string> columns)
    {
        HashSet<string> others = [.. columns];
        return [.. Positions.Where(column => !others.Contains(column.Key)).Select(static column => column.Value).Order()];
    }
}
