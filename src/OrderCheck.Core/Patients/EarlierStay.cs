using OrderCheck.Core.Identity;

namespace OrderCheck.Core.Patients;

/// <summary>Another encounter of the patient, in the few words that rules about readmission and year totals need.</summary>
public sealed record EarlierStay
{
    /// <summary>Its number in the ledger, by which a recorded check names it.</summary>
    public required long Number { get; init; }
    public required EncounterKey Key { get; init; }

    /// <summary>The encounter's facts up to this sequence are in it.</summary>
    public required long Sequence { get; init; }
    public DateTimeOffset? AdmittedAt { get; init; }

    /// <summary>Null: still there.</summary>
    public DateTimeOffset? DischargedAt { get; init; }

    /// <summary>NHSA med_type.</summary>
    public string? MedType { get; init; }

    /// <summary>Where the patient lay last.</summary>
    public string? Department { get; init; }

    /// <summary>ICD-10.</summary>
    public string? PrincipalDiagnosis { get; init; }

    /// <summary>DRG or DIP group.</summary>
    public string? GroupCode { get; init; }

    /// <summary>A settlement is recorded and not cancelled.</summary>
    public bool Settled { get; init; }

    /// <summary>Signed orders that are neither stopped, cancelled, returned nor superseded.</summary>
    public int ActiveOrders { get; init; }

    /// <summary>Orders and charges that no complete check has judged yet.</summary>
    public int AwaitingJudgement { get; init; }
    public IReadOnlyList<YearTotal> Totals { get; init; } = [];
}
