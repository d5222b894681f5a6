namespace OrderCheck.Interop.Nhsa.Wire;

/// <summary>Of a finding what a row of the result cannot say.</summary>
internal sealed record FindingNode
{
    /// <summary>Of its row; a folded one has none.</summary>
    public required string JrId { get; init; }

    public required string Rule { get; init; }

    /// <summary>inform, justify or block.</summary>
    public required string Response { get; init; }

    /// <summary>True, or left out; so are the next ones.</summary>
    public bool? Folded { get; init; }

    /// <summary>Of a folded one.</summary>
    public string? Message { get; init; }

    public bool? More { get; init; }

    public bool? Trial { get; init; }

    /// <summary>Of one that could not be told: what was missing.</summary>
    public IReadOnlyList<string>? Missing { get; init; }
}
