namespace OrderCheck.Interop.Nhsa.Wire;

/// <summary>A visit (就诊信息).</summary>
internal sealed class VisitNode : NhsaNode
{
    public NhsaScalar MdtrtId { get; set => field = Once(field, value); }

    public NhsaScalar MedinsType { get; set => field = Once(field, value); }

    public NhsaScalar MedinsLv { get; set => field = Once(field, value); }

    public NhsaScalar WardareaCodg { get; set => field = Once(field, value); }

    public NhsaScalar Bedno { get; set => field = Once(field, value); }

    public NhsaScalar AdmDate { get; set => field = Once(field, value); }

    public NhsaScalar DscgDate { get; set => field = Once(field, value); }

    public NhsaScalar DscgMainDiseCodg { get; set => field = Once(field, value); }

    public NhsaScalar DscgMainDiseName { get; set => field = Once(field, value); }

    public NhsaNodes<DiagnosisNode>? FsiDiagnoseDtos { get; set => field = Once(field, value!); }

    public NhsaScalar DrCodg { get; set => field = Once(field, value); }

    public NhsaScalar AdmDeptCodg { get; set => field = Once(field, value); }

    public NhsaScalar DscgDeptCodg { get; set => field = Once(field, value); }

    public NhsaScalar MedMdtrtType { get; set => field = Once(field, value); }

    public NhsaScalar MedType { get; set => field = Once(field, value); }

    public NhsaNodes<LineNode>? FsiOrderDtos { get; set => field = Once(field, value!); }

    public NhsaScalar MatnStas { get; set => field = Once(field, value); }

    public NhsaScalar Insutype { get; set => field = Once(field, value); }

    public NhsaScalar ReimFlag { get; set => field = Once(field, value); }

    public NhsaNodes<OperationNode>? FsiOperationDtos { get; set => field = Once(field, value!); }

    /// <summary>Not of the specification: whose it is, where it stands beside its parent.</summary>
    public NhsaScalar PatnId { get; set => field = Once(field, value); }

    public NhsaUnread MedinsId { get; set; }

    public NhsaUnread MedinsName { get; set; }

    public NhsaUnread MedinsAdmdvs { get; set; }

    public NhsaUnread Wardno { get; set; }

    public NhsaUnread AdmDeptName { get; set; }

    public NhsaUnread DscgDeptName { get; set; }

    public NhsaUnread MedfeeSumamt { get; set; }

    public NhsaUnread OwnpayAmt { get; set; }

    public NhsaUnread SelfpayAmt { get; set; }

    public NhsaUnread AcctPayamt { get; set; }

    public NhsaUnread MaAmt { get; set; }

    public NhsaUnread HifpPayamt { get; set; }

    public NhsaUnread SetlTotlnum { get; set; }

    public NhsaUnread OutSetlFlag { get; set; }
}
