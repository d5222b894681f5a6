using OrderCheck.Core.Charges;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Patients;

namespace OrderCheck.Core.Rules.Cases;

/// <summary>
/// A case history beside the rules (病例): what happened, what is now ordered or charged, which rules must speak to it and
/// which must not.
/// </summary>
public sealed record RuleCase
{
    /// <summary>Chinese, one sentence.</summary>
    public required string Name { get; init; }

    /// <summary>Relative to the rules folder: "cases/sex.json".</summary>
    public required string File { get; init; }
    public required int Line { get; init; }
    public required int Column { get; init; }

    /// <summary>Rule name to what the case shows of it.</summary>
    public required IReadOnlyDictionary<string, CaseKind> Shows { get; init; }

    /// <summary>The folder's, with the rows that the case brings.</summary>
    public required Release Release { get; init; }
    public required HospitalDictionary Dictionary { get; init; }

    /// <summary>In the order in which they were reported.</summary>
    public IReadOnlyList<Fact> History { get; init; } = [];

    /// <summary>When facts were recorded, by their place in the history; the others were when they happened.</summary>
    public IReadOnlyDictionary<int, DateTimeOffset> Recorded { get; init; } = new Dictionary<int, DateTimeOffset>();

    /// <summary>The patient's other encounters; null where nobody knows of them.</summary>
    public PatientHistory? OtherEncounters { get; init; }
    public IReadOnlyList<EarlierDecision> Decisions { get; init; } = [];
    public required Stage Stage { get; init; }
    public required DateTimeOffset Now { get; init; }

    /// <summary>What is ordered or verified.</summary>
    public IReadOnlyList<Order> Orders { get; init; } = [];

    /// <summary>What is posted, refunds among them.</summary>
    public IReadOnlyList<Charge> Charges { get; init; } = [];
    public IReadOnlyList<ExpectedFinding> Expected { get; init; } = [];

    /// <summary>Rules that must say nothing.</summary>
    public IReadOnlyList<string> Silent { get; init; } = [];

    /// <summary>No rule but the expected ones may speak.</summary>
    public bool NothingElse { get; init; }
}
