namespace OrderCheck.Tests.Scale;

/// <param name="Rows">Synthetic rows; those of the starter set come on top, as its items do.</param>
/// <param name="Items">Codes that the rows are spread over.</param>
/// <param name="Expressions">Of all rules, the starter set's among them.</param>
internal sealed record SyntheticSize(int Rows, int Items, int Expressions)
{
    /// <summary>What a province's knowledge may come to.</summary>
    public static SyntheticSize Million { get; } = Of(1_000_000);

    /// <summary>The same shape with as many rows: 7 items for 10 rows.</summary>
    public static SyntheticSize Of(int rows, int expressions = 1_000) => new(rows, rows / 10 * 7, expressions);
}
