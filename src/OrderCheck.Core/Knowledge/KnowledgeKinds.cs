namespace OrderCheck.Core.Knowledge;

/// <summary>What each kind of knowledge is called in files, and the type of its rows.</summary>
public static class KnowledgeKinds
{
    private static readonly (KnowledgeKind Kind, string Name, Type RowType)[] Table =
    [
        (KnowledgeKind.SexLimits, "sex_limits", typeof(SexLimit)),
        (KnowledgeKind.AgeLimits, "age_limits", typeof(AgeLimit)),
        (KnowledgeKind.InsuranceLimits, "insurance_limits", typeof(InsuranceLimit)),
        (KnowledgeKind.FacilityLimits, "facility_limits", typeof(FacilityLimit)),
        (KnowledgeKind.VisitLimits, "visit_limits", typeof(VisitLimit)),
        (KnowledgeKind.FrequencyLimits, "frequency_limits", typeof(FrequencyLimit)),
        (KnowledgeKind.CourseLimits, "course_limits", typeof(CourseLimit)),
        (KnowledgeKind.ExclusivePairs, "exclusive_pairs", typeof(ExclusivePair)),
        (KnowledgeKind.PriceCeilings, "price_ceilings", typeof(PriceCeiling)),
        (KnowledgeKind.NotPayable, "not_payable", typeof(NotPayableItem)),
        (KnowledgeKind.Flags, "flags", typeof(ItemFlag)),
        (KnowledgeKind.BudgetThresholds, "budget_thresholds", typeof(BudgetThreshold)),
        (KnowledgeKind.Texts, "texts", typeof(ProseLimit)),
        (KnowledgeKind.ExclusiveSets, "exclusive_sets", typeof(ExclusiveSet)),
        (KnowledgeKind.RequiredCompanions, "required_companions", typeof(RequiredCompanion)),
        (KnowledgeKind.PackageParts, "package_parts", typeof(PackagePart)),
        (KnowledgeKind.BundledItems, "bundled_items", typeof(BundledItem)),
        (KnowledgeKind.IncisionGroups, "incision_groups", typeof(IncisionGroup)),
        (KnowledgeKind.SwapPairs, "swap_pairs", typeof(SwapPair)),
        (KnowledgeKind.DrugInteractions, "drug_interactions", typeof(DrugInteraction)),
        (KnowledgeKind.HerbIncompatibilities, "herb_incompatibilities", typeof(HerbIncompatibility)),
        (KnowledgeKind.HerbDoses, "herb_doses", typeof(HerbDose)),
        (KnowledgeKind.HerbPrescriptionLimits, "herb_prescription_limits", typeof(HerbPrescriptionLimit)),
        (KnowledgeKind.DiagnosisLimits, "diagnosis_limits", typeof(DiagnosisLimit)),
        (KnowledgeKind.TotalLimits, "total_limits", typeof(TotalLimit)),
        (KnowledgeKind.DoseLimits, "dose_limits", typeof(DoseLimit)),
        (KnowledgeKind.DuplicateLimits, "duplicate_limits", typeof(DuplicateLimit)),
        (KnowledgeKind.SupplyLimits, "supply_limits", typeof(SupplyLimit)),
        (KnowledgeKind.Contraindications, "contraindications", typeof(Contraindication)),
        (KnowledgeKind.StepTherapies, "step_therapy", typeof(StepTherapy)),
        (KnowledgeKind.DepartmentLimits, "department_limits", typeof(DepartmentLimit)),
        (KnowledgeKind.LicenceLimits, "licence_limits", typeof(LicenceLimit)),
        (KnowledgeKind.Consents, "consents", typeof(ConsentRequirement)),
        (KnowledgeKind.DrugCounts, "drug_counts", typeof(DrugCount)),
        (KnowledgeKind.PrincipalDiagnoses, "principal_diagnoses", typeof(PrincipalDiagnosis)),
        (KnowledgeKind.DiagnosisPatients, "diagnosis_patients", typeof(DiagnosisPatient)),
        (KnowledgeKind.ProcedurePatients, "procedure_patients", typeof(ProcedurePatient)),
        (KnowledgeKind.CodedOperations, "coded_operations", typeof(CodedOperation)),
        (KnowledgeKind.DiagnosisEvidence, "diagnosis_evidence", typeof(DiagnosisEvidence)),
        (KnowledgeKind.AdmissionPrompts, "admission_prompts", typeof(AdmissionPrompt)),
        (KnowledgeKind.StayWindows, "stay_windows", typeof(StayWindow)),
        (KnowledgeKind.ChargeOrders, "charge_orders", typeof(ChargeOrderNeed)),
        (KnowledgeKind.FeeTypeChanges, "fee_type_changes", typeof(FeeTypeChange)),
        (KnowledgeKind.SiteNeeds, "site_needs", typeof(SiteNeed)),
        (KnowledgeKind.ReadmissionWindows, "readmission_windows", typeof(ReadmissionWindow)),
        (KnowledgeKind.PerioperativeAntibiotics, "perioperative_antibiotics", typeof(PerioperativeAntibiotic)),
        (KnowledgeKind.Pathways, "pathways", typeof(ClinicalPathway)),
        (KnowledgeKind.PathwayItems, "pathway_items", typeof(PathwayItem)),
        (KnowledgeKind.PathwayPreferences, "pathway_preferences", typeof(PathwayPreference)),
        (KnowledgeKind.SettlementFields, "settlement_fields", typeof(SettlementField)),
        (KnowledgeKind.SettlementChecks, "settlement_checks", typeof(SettlementCheck)),
        (KnowledgeKind.UploadLimits, "upload_limits", typeof(UploadLimit)),
        (KnowledgeKind.StaySigns, "stay_signs", typeof(StaySign)),
    ];

    public static IReadOnlyList<KnowledgeKind> All { get; } = [.. Table.Select(entry => entry.Kind)];

    /// <summary>The file is knowledge/NAME.csv, and a rule's Properties say "knowledge": "NAME".</summary>
    public static string NameOf(KnowledgeKind kind) => Table[(int)kind - 1].Name;

    public static Type RowTypeOf(KnowledgeKind kind) => Table[(int)kind - 1].RowType;

    /// <summary>Rows of the kind may be for all items ("*"), or for all of one letter ("X*": every western drug).</summary>
    internal static bool MayBeOfEveryItem(KnowledgeKind kind) =>
        kind is KnowledgeKind.Contraindications or KnowledgeKind.Consents or KnowledgeKind.DrugCounts or KnowledgeKind.Flags or KnowledgeKind.SwapPairs or KnowledgeKind.StayWindows or KnowledgeKind.ChargeOrders
            or KnowledgeKind.PathwayItems;

    public static bool TryFind(string name, out KnowledgeKind kind)
    {
        kind = Table.FirstOrDefault(entry => entry.Name == name).Kind;
        return kind != default;
    }
}
