namespace OrderCheck.Core.Knowledge;

/// <summary>What the rows of a kind are about: most are about items, some about the encounter as a whole.</summary>
internal static class KnowledgeScopes
{
    /// <summary>Its rows name no item; its rules are asked once, of the encounter.</summary>
    public static bool IsOfEncounter(KnowledgeKind kind) => kind is KnowledgeKind.BudgetThresholds
        or KnowledgeKind.PrincipalDiagnoses or KnowledgeKind.DiagnosisPatients or KnowledgeKind.ProcedurePatients
        or KnowledgeKind.CodedOperations or KnowledgeKind.DiagnosisEvidence or KnowledgeKind.AdmissionPrompts or KnowledgeKind.FeeTypeChanges
        or KnowledgeKind.ReadmissionWindows or KnowledgeKind.Pathways
        or KnowledgeKind.SettlementFields or KnowledgeKind.SettlementChecks or KnowledgeKind.UploadLimits
        or KnowledgeKind.StaySigns;
}
