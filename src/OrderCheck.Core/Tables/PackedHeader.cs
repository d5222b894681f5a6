namespace OrderCheck.Core.Tables;

/// <summary>The columns of a table whose rows are <see cref="PackedRows"/>.</summary>
internal sealed record PackedHeader(string File, Dictionary<string, int> Positions);
