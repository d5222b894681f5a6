namespace OrderCheck.Core.Knowledge;

/// <summary>One comparison that a settlement list is put to.</summary>
public sealed class SettlementCheck : KnowledgeRow
{
    public static IReadOnlyList<string> Checks { get; } =
        ["时间", "年龄", "手术时间", "监护时间", "金额", "支付", "登记", "诊断", "手术", "明细合计", "明细分类", "明细金额"];

    /// <summary>Those that compare amounts: they alone have a tolerance.</summary>
    public static IReadOnlyList<string> OfMoney { get; } = ["金额", "支付", "明细合计", "明细分类", "明细金额"];

    public required string Check { get; init; }

    /// <summary>Yuan by which amounts may differ.</summary>
    public decimal Tolerance { get; init; }

    internal override string Sameness => Check;
}
