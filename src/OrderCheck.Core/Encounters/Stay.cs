using System.Collections.Immutable;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Patients;
using OrderCheck.Core.Settlement;

namespace OrderCheck.Core.Encounters;

/// <summary>The encounter and its patient as the events up to now tell it: derived, never written.</summary>
public sealed record Stay
{
    public static readonly Stay Unknown = new();

    /// <summary>Null: not admitted, or the admission was cancelled.</summary>
    public DateTimeOffset? AdmittedAt { get; init; }

    /// <summary>Null: still here, or recalled (召回).</summary>
    public DateTimeOffset? DischargedAt { get; init; }

    /// <summary>NHSA dscg_way (离院方式), as the discharge tells it; null where it does not, or while the patient stays.</summary>
    public string? WayOfDischarge { get; init; }

    /// <summary>The latest known of each; the insurance is that of the last period.</summary>
    public StayDetails Details { get; init; } = new();

    /// <summary>By the day it applies from, ascending.</summary>
    public ImmutableArray<InsurancePeriod> Insurance { get; init; } = [];

    /// <summary>Where the patient lay, ascending.</summary>
    public ImmutableArray<StayPlace> Places { get; init; } = [];
    public ImmutableArray<LeavePeriod> Leaves { get; init; } = [];

    /// <summary>Every mdtrt_id the encounter ever had, the current one last.</summary>
    public ImmutableArray<string> MdtrtIds { get; init; } = [];

    /// <summary>Visit numbers whose records turned out to be this encounter's.</summary>
    public ImmutableArray<string> MergedVisits { get; init; } = [];

    /// <summary>Master records of the patient that turned out to be one.</summary>
    public ImmutableArray<PatientMerge> PatientMerges { get; init; } = [];

    /// <summary>Settlements that were not cancelled.</summary>
    public ImmutableArray<string> Settlements { get; init; } = [];
    public ImmutableDictionary<string, Infant> Infants { get; init; } = ImmutableDictionary<string, Infant>.Empty;

    /// <summary>Those not withdrawn, as last told; of one person at most one by ICD-10, and one of TCM, is the principal one.</summary>
    public ImmutableArray<DiagnosisRecorded> Diagnoses { get; init; } = [];
    public ImmutableArray<ProcedureRecorded> Procedures { get; init; } = [];

    /// <summary>Arranged and not done, as far as known.</summary>
    public ImmutableArray<ProcedureRecorded> PlannedProcedures { get; init; } = [];
    public ImmutableArray<AllergyRecorded> Allergies { get; init; } = [];
    public ImmutableArray<LaboratoryValueRecorded> LaboratoryValues { get; init; } = [];
    public ImmutableArray<WeightRecorded> Weights { get; init; } = [];
    public ImmutableArray<PregnancyRecorded> Pregnancies { get; init; } = [];

    /// <summary>Of all pathways, in the order in which they were entered or, of those nobody told of entering, left.</summary>
    public ImmutableArray<PathwayPeriod> Pathways { get; init; } = [];
    public BudgetGiven? Budget { get; init; }

    /// <summary>As last told; null where none was, or it was withdrawn.</summary>
    public SettlementList? SettlementList { get; init; }

    /// <summary>费用明细上传, in the order in which it happened.</summary>
    public ImmutableArray<ChargesUploaded> Uploads { get; init; } = [];

    /// <summary>insutype in force at that moment; before the first period that period's, since it is the best guess.</summary>
    public string? InsuTypeAt(DateTimeOffset at)
    {
        var inForce = Insurance.IsEmpty ? null : Insurance[0].InsuType;
        foreach (var period in Insurance)
        {
            if (period.From <= at)
                inForce = period.InsuType;
        }
        return inForce;
    }

    /// <summary>What was last said of a pregnancy by then.</summary>
    public PregnancyState PregnancyAt(DateTimeOffset at)
    {
        var state = PregnancyState.Unknown;
        foreach (var recorded in Pregnancies)
        {
            if (recorded.OccurredAt <= at)
                state = recorded.State;
        }
        return state;
    }

    /// <summary>As last weighed by then, else at the first weighing after; of an infant that was never weighed, at birth.</summary>
    public int? WeightGramsAt(string? infantNo, DateTimeOffset at)
    {
        int? grams = null;
        foreach (var weighed in Weights)
        {
            if (weighed.InfantNo == infantNo && (grams is null || weighed.OccurredAt <= at))
                grams = weighed.Grams;
        }
        return grams ?? (infantNo is null ? null : Infants.GetValueOrDefault(infantNo)?.WeightGrams);
    }

    /// <summary>As last measured by then, else at the first measurement after; null where nobody measured.</summary>
    public int? HeightMillimetresAt(string? infantNo, DateTimeOffset at)
    {
        int? height = null;
        foreach (var weighed in Weights)
        {
            if (weighed is { HeightMillimetres: { } measured } && weighed.InfantNo == infantNo && (height is null || weighed.OccurredAt <= at))
                height = measured;
        }
        return height;
    }

    /// <summary>The patient's own, not an infant's: by ICD-10 where there is one, else of TCM; null where none is known.</summary>
    public DiagnosisRecorded? PrincipalDiagnosis
    {
        get
        {
            DiagnosisRecorded? ofTcm = null;
            foreach (var diagnosis in Diagnoses)
            {
                if (diagnosis is not { Principal: true, InfantNo: null })
                    continue;
                if (!DiagnosisCode.IsOfTcm(diagnosis.Code))
                    return diagnosis;
                ofTcm = diagnosis;
            }
            return ofTcm;
        }
    }

    public bool OnLeaveAt(DateTimeOffset at)
    {
        foreach (var leave in Leaves)
        {
            if (leave.From <= at && (leave.To is not { } back || at < back))
                return true;
        }
        return false;
    }
}
