namespace OrderCheck.Core.Knowledge;

/// <summary>What must be filled in on a settlement list, or in each of its charge lines.</summary>
public sealed class SettlementField : KnowledgeRow
{
    public const string OfEachLine = "明细";

    /// <summary>The cases of a list in which fields may be required.</summary>
    public static IReadOnlyList<string> Cases { get; } = ["总是", "新生儿", "不满一周岁", "有手术", "有重症监护", "有输血", "转院"];

    /// <summary>What a charge line may lack.</summary>
    public static IReadOnlyList<string> OfLines { get; } = ["医保编码", "计价单位", "费用类别", "支付等级", "自付比例", "开单科室", "开单医师", "执行科室"];

    /// <summary>With 、 between them.</summary>
    public required string Fields { get; init; }

    /// <summary>One of <see cref="Cases"/>, or <see cref="OfEachLine"/>.</summary>
    public required string When { get; init; }

    /// <summary>What the fields are together, for the reader: 基本信息.</summary>
    public required string Part { get; init; }

    internal override string Sameness => $"{Fields}|{When}";
}
