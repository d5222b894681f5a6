namespace OrderCheck.Interop.Nhsa.Wire;

/// <summary>A diagnosis (诊断信息).</summary>
internal sealed class DiagnosisNode : NhsaNode
{
    public NhsaScalar DiseId { get; set => field = Once(field, value); }

    public NhsaScalar InoutDiseType { get; set => field = Once(field, value); }

    public NhsaScalar MaindiseFlag { get; set => field = Once(field, value); }

    public NhsaScalar DiseCodg { get; set => field = Once(field, value); }

    public NhsaScalar DiseName { get; set => field = Once(field, value); }

    public NhsaScalar DiseDate { get; set => field = Once(field, value); }

    /// <summary>Not of the specification: whose it is, where it stands beside its parent.</summary>
    public NhsaScalar MdtrtId { get; set => field = Once(field, value); }

    public NhsaUnread DiasSrtNo { get; set; }
}
