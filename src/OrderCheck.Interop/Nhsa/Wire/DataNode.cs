namespace OrderCheck.Interop.Nhsa.Wire;

/// <summary>input.data of a 3101 or 3102.</summary>
internal sealed class DataNode : NhsaNode
{
    public NhsaNodes<PatientNode>? PatientDtos { get; set => field = Once(field, value!); }

    public NhsaScalar TaskId { get; set => field = Once(field, value); }

    public NhsaScalar TrigScen { get; set => field = Once(field, value); }

    /// <summary>Not of the specification: the member of the same name within itself.</summary>
    public NhsaNodes<DataNode>? Data { get; set => field = Once(field, value!); }

    /// <summary>Not of the specification: beside its parent.</summary>
    public NhsaNodes<VisitNode>? FsiEncounterDtos { get; set => field = Once(field, value!); }

    /// <summary>Not of the specification: beside its parent.</summary>
    public NhsaNodes<DiagnosisNode>? FsiDiagnoseDtos { get; set => field = Once(field, value!); }

    /// <summary>Not of the specification: beside its parent.</summary>
    public NhsaNodes<LineNode>? FsiOrderDtos { get; set => field = Once(field, value!); }

    /// <summary>Not of the specification: beside its parent.</summary>
    public NhsaNodes<OperationNode>? FsiOperationDtos { get; set => field = Once(field, value!); }

    public NhsaUnread Syscode { get; set; }

    public NhsaUnread RuleIds { get; set; }
}
