using OrderCheck.Core.Checks;
using OrderCheck.Core.Identity;

namespace OrderCheck.Ledger.Checks;

/// <summary>A check as it is kept, enough to give the same findings a year later. Times are kept to the microsecond.</summary>
public sealed record CheckRecord
{
    public required string CheckId { get; init; }
    public required EncounterKey Encounter { get; init; }
    public required Stage Stage { get; init; }
    public required DateTimeOffset EvaluatedAt { get; init; }

    /// <summary>Its hospital is the encounter's.</summary>
    public required Caller By { get; init; }

    /// <summary>The recorded inputs (protobuf), opaque to the store.</summary>
    public required ReadOnlyMemory<byte> Inputs { get; init; }

    /// <summary>The answer given (CheckAnswer in protobuf), opaque to the store.</summary>
    public required ReadOnlyMemory<byte> Answer { get; init; }
}
