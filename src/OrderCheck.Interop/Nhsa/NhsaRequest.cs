using OrderCheck.Core.Checks;

namespace OrderCheck.Interop.Nhsa;

/// <summary>What one 3101 or 3102 asks, in our own words.</summary>
public sealed record NhsaRequest
{
    public required NhsaEnvelope Envelope { get; init; }

    /// <summary>The caller's id of the request, given back with each result; null where it was not told.</summary>
    public string? TaskId { get; init; }

    /// <summary>What the trigger scenarios mean, by the region profile; at least one.</summary>
    public required IReadOnlyList<Stage> Stages { get; init; }

    /// <summary>At least one; of several visits of a patient one is current.</summary>
    public required IReadOnlyList<NhsaVisit> Visits { get; init; }

    /// <summary>inf_time: when the caller says that it asked; null where it does not.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>Where the request leaves the specification and was understood all the same.</summary>
    public IReadOnlyList<Deviation> Tolerated { get; init; } = [];
}
