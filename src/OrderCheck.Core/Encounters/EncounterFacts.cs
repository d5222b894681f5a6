using OrderCheck.Core.Amounts;
using OrderCheck.Core.Settlement;

namespace OrderCheck.Core.Encounters;

/// <summary>A fact about the encounter or the patient.</summary>
public abstract record EncounterFact : Fact
{
    public override EntityKind Entity => EntityKind.Event;
}

/// <summary>Who the patient is and how the stay is paid; null is "not known", in an update "as before".</summary>
public sealed record StayDetails
{
    /// <summary>The hospital group's master number.</summary>
    public string? PatientNumber { get; init; }
    public Sex? Sex { get; init; }
    public DateTimeOffset? BirthTime { get; init; }

    /// <summary>NHSA med_type.</summary>
    public string? MedType { get; init; }

    /// <summary>NHSA insutype, or "self_pay".</summary>
    public string? InsuType { get; init; }
    public string? Department { get; init; }
    public string? Ward { get; init; }
    public string? Bed { get; init; }
    public string? AttendingDoctor { get; init; }

    /// <summary>NHSA's id of the encounter, an alias dated by the fact that brings it.</summary>
    public string? MdtrtId { get; init; }
}

public sealed record Admitted(StayDetails Stay) : EncounterFact;

public sealed record AdmissionCancelled(string? Reason) : EncounterFact;

public sealed record StayUpdated(StayDetails Stay) : EncounterFact;

public sealed record Transferred(string Department, string? Ward, string? Bed, string? AttendingDoctor) : EncounterFact;

public sealed record BedChanged(string? Ward, string? Bed) : EncounterFact;

public sealed record LeaveStarted(string? Reason) : EncounterFact;

public sealed record LeaveEnded : EncounterFact;

public sealed record InsuranceChanged(string InsuType, DateTimeOffset EffectiveFrom) : EncounterFact;

public sealed record Discharged(string? Way) : EncounterFact;

/// <summary>召回: the discharge did not happen.</summary>
public sealed record DischargeCancelled(string? Reason) : EncounterFact;

public sealed record Settled(string SettlementId) : EncounterFact;

public sealed record SettlementCancelled(string SettlementId) : EncounterFact;

/// <summary>Another visit number, or another patient number, turned out to be this one.</summary>
public sealed record Merged(string? FromVisitNumber, string? PatientNumber) : EncounterFact;

public sealed record BudgetGiven(string GroupCode, string GroupName, Money PaymentStandard, Money StandardCost, string Source) : EncounterFact;

public sealed record DiagnosisRecorded(string Code, string? Name, bool Principal, bool Suspected, bool Withdrawn, string? InfantNo) : EncounterFact;

public sealed record ProcedureRecorded(string Code, string? Name, bool Principal, string? Doctor) : EncounterFact
{
    /// <summary>Arranged and not yet done: <see cref="Fact.OccurredAt"/> is when it is to begin.</summary>
    public bool Planned { get; init; }

    /// <summary>Null: not known.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>It is not going to be done, or was recorded by mistake.</summary>
    public bool Withdrawn { get; init; }
}

public sealed record AllergyRecorded(string? SubstanceCode, string SubstanceName, bool Withdrawn) : EncounterFact;

public sealed record LaboratoryValueRecorded(string Code, string? Name, string Value, string? Unit) : EncounterFact;

public sealed record WeightRecorded(int Grams, string? InfantNo, int? HeightMillimetres = null) : EncounterFact;

public sealed record PregnancyRecorded(PregnancyState State, int? GestationalWeeks) : EncounterFact;

/// <summary>A newborn inside the mother's encounter; <see cref="Fact.OccurredAt"/> is the birth time.</summary>
public sealed record BirthRecorded(string InfantNo, Sex Sex, int? WeightGrams) : EncounterFact;

/// <summary>入径.</summary>
/// <param name="Pathway">Its code, as the rules call it.</param>
public sealed record PathwayEntered(string Pathway, string? Name) : EncounterFact
{
    /// <summary>It was recorded by mistake.</summary>
    public bool Withdrawn { get; init; }
}

/// <summary>出径.</summary>
/// <param name="Completed">False: left before its end (变异退出).</param>
public sealed record PathwayLeft(string Pathway, bool Completed, string? Reason) : EncounterFact
{
    /// <summary>It was recorded by mistake.</summary>
    public bool Withdrawn { get; init; }
}

/// <summary>结算清单 was made ready: the last one that was told counts.</summary>
public sealed record SettlementListReported(SettlementList List) : EncounterFact;

/// <summary>费用明细上传: when they happened is when they were sent to the insurance.</summary>
public sealed record ChargesUploaded(IReadOnlyList<string> ChargeIds) : EncounterFact
{
    public bool Equals(ChargesUploaded? other) => base.Equals(other) && ChargeIds.SequenceEqual(other.ChargeIds);

    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), ChargeIds.Count);
}

public enum PregnancyState
{
    Unknown = 0,
    None = 1,
    Pregnant = 2,
    Lactating = 3,
}
