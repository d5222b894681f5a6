namespace OrderCheck.Interop.Nhsa.Wire;

/// <summary>A patient (参保人信息).</summary>
internal sealed class PatientNode : NhsaNode
{
    public NhsaScalar PatnId { get; set => field = Once(field, value); }

    public NhsaScalar PatnName { get; set => field = Once(field, value); }

    public NhsaScalar Gend { get; set => field = Once(field, value); }

    public NhsaScalar Brdy { get; set => field = Once(field, value); }

    public NhsaScalar CurrMdtrtId { get; set => field = Once(field, value); }

    public NhsaNodes<VisitNode>? FsiEncounterDtos { get; set => field = Once(field, value!); }

    /// <summary>Not of the specification: beside its parent.</summary>
    public NhsaNodes<DiagnosisNode>? FsiDiagnoseDtos { get; set => field = Once(field, value!); }

    /// <summary>Not of the specification: beside its parent.</summary>
    public NhsaNodes<LineNode>? FsiOrderDtos { get; set => field = Once(field, value!); }

    /// <summary>Not of the specification: beside its parent.</summary>
    public NhsaNodes<OperationNode>? FsiOperationDtos { get; set => field = Once(field, value!); }

    public NhsaUnread Poolarea { get; set; }

    public NhsaUnread FsiHisDataDto { get; set; }
}
