namespace OrderCheck.Cli.Nhsa;

/// <summary>What a point says about its items, in a knowledge kind's own columns.</summary>
/// <param name="Kind">The kind's file without ".csv": "sex_limits".</param>
/// <param name="Values">The kind's own columns, in their order; "" where one does not apply.</param>
internal sealed record CodedLimit(KindSchema Kind, IReadOnlyList<string> Values)
{
    /// <summary>Only this code of the point, null: all of them.</summary>
    public string? OnlyFor { get; init; }

    /// <summary>Names of items by code where the point's own name is not the item's; null: the point's name.</summary>
    public IReadOnlyDictionary<string, string>? ItemNames { get; init; }

    /// <summary>The sentence for people where the point's own text is not one; null: the point's text.</summary>
    public string? Sentence { get; init; }
}
