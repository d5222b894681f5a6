namespace OrderCheck.Interop.Nhsa.Wire;

/// <summary>A row of output.result (违规信息).</summary>
internal sealed record ResultNode
{
    public required string JrId { get; init; }

    public required string RuleId { get; init; }

    public required string RuleName { get; init; }

    public required string VolaCont { get; init; }

    public required string PatnId { get; init; }

    public required string MdtrtId { get; init; }

    public required decimal VolaAmt { get; init; }

    public required string VolaAmtStas { get; init; }

    public required string SevDeg { get; init; }

    public required string VolaEvid { get; init; }

    public required string VolaBhvrType { get; init; }

    public required string TaskId { get; init; }

    public required IReadOnlyList<DetailNode> JudgeResultDetailDtos { get; init; }
}
