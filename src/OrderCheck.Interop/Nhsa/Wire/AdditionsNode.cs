namespace OrderCheck.Interop.Nhsa.Wire;

/// <summary>output.ordercheck. What is null is left out.</summary>
internal sealed record AdditionsNode
{
    public string? CheckId { get; init; }

    /// <summary>One for each stage of each visit.</summary>
    public required IReadOnlyList<string> CheckIds { get; init; }

    /// <summary>complete, partial or unchecked.</summary>
    public required string State { get; init; }

    public required IReadOnlyList<ReasonNode> Reasons { get; init; }

    public BudgetNode? Budget { get; init; }

    public required IReadOnlyList<FlagNode> Flags { get; init; }

    public required IReadOnlyList<FindingNode> Findings { get; init; }

    public decimal? OwnShare { get; init; }

    public required int Undetermined { get; init; }

    public IReadOnlyList<string>? ChangedRxIds { get; init; }

    public string? PanelUrl { get; init; }

    public required IReadOnlyList<Deviation> Tolerated { get; init; }
}
