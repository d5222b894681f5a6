namespace OrderCheck.Interop.Nhsa.Wire;

/// <summary>A row of output.result by what rows are compared by; the HIS gets the row as a whole.</summary>
internal sealed class BureauRowNode : NhsaNode
{
    public NhsaScalar JrId { get; set => field = Once(field, value); }

    public NhsaScalar RuleId { get; set => field = Once(field, value); }

    public NhsaScalar RuleName { get; set => field = Once(field, value); }

    public NhsaScalar VolaCont { get; set => field = Once(field, value); }

    public NhsaScalar MdtrtId { get; set => field = Once(field, value); }

    public NhsaScalar SevDeg { get; set => field = Once(field, value); }

    public NhsaScalar VolaEvid { get; set => field = Once(field, value); }

    public NhsaNodes<BureauDetailNode>? JudgeResultDetailDtos { get; set => field = Once(field, value!); }
}
