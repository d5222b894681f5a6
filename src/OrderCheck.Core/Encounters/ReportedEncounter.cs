using OrderCheck.Core.Orders;

namespace OrderCheck.Core.Encounters;

/// <summary>
/// An encounter as a caller tells it beside its question: how it stands, not what happened to it. Protocols without events
/// (NHSA 3101 and 3102) send it each time, whole or in part. What is null or empty was not told; it is never taken to be gone.
/// </summary>
public sealed record ReportedEncounter
{
    /// <summary>Who the patient is and how the stay is paid.</summary>
    public StayDetails Stay { get; init; } = new();
    public DateTimeOffset? AdmittedAt { get; init; }

    /// <summary>Null: not told, or the patient is still here.</summary>
    public DateTimeOffset? DischargedAt { get; init; }

    /// <summary>By the caller's id of each; without one, by its code.</summary>
    public IReadOnlyList<DiagnosisRecorded> Diagnoses { get; init; } = [];
    public IReadOnlyList<ProcedureRecorded> Procedures { get; init; } = [];

    /// <summary>Null: not told. <see cref="PregnancyState.Unknown"/> is never told.</summary>
    public PregnancyState? Pregnancy { get; init; }

    /// <summary>Lines that are not asked about: what was ordered before, by the caller's id and content.</summary>
    public IReadOnlyList<Order> Orders { get; init; } = [];

    /// <summary>Ids of lines that are told to be refunded wholly: what was known of them is not used any more.</summary>
    public IReadOnlyList<string> TakenBack { get; init; } = [];

    /// <summary>
    /// Refunds of lines that are not told beside them, with the line's id and as much above nothing. The line that is known by the id is not used
    /// any more where it is all of it; of a part nobody could say whether it was told before.
    /// </summary>
    public IReadOnlyList<Order> Refunds { get; init; } = [];
}
