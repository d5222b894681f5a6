namespace OrderCheck.Core.Knowledge;

/// <summary>The kinds of knowledge; each is one CSV file, see <see cref="KnowledgeKinds"/>.</summary>
public enum KnowledgeKind
{
    SexLimits = 1,
    AgeLimits,
    InsuranceLimits,
    FacilityLimits,
    VisitLimits,
    FrequencyLimits,
    CourseLimits,
    ExclusivePairs,
    PriceCeilings,
    NotPayable,
    Flags,
    BudgetThresholds,
    Texts,
    ExclusiveSets,
    RequiredCompanions,
    PackageParts,
    BundledItems,
    IncisionGroups,
    SwapPairs,
    DrugInteractions,
    HerbIncompatibilities,
    HerbDoses,
    HerbPrescriptionLimits,
    DiagnosisLimits,
    TotalLimits,
    DoseLimits,
    DuplicateLimits,
    SupplyLimits,
}
