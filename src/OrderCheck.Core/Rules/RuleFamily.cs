namespace OrderCheck.Core.Rules;

/// <summary>A family of rules about one thing, as findings are grouped by.</summary>
/// <param name="Name">Chinese, as it appears on cards.</param>
/// <param name="ChargeIsWrong">The charge or the order itself is wrong, so that turning it into self-pay would not make it right.</param>
public sealed record RuleFamily(string Name, bool ChargeIsWrong)
{
    public static readonly RuleFamily Sex = new("性别", false);
    public static readonly RuleFamily Age = new("年龄", false);
    public static readonly RuleFamily Insurance = new("险种", false);
    public static readonly RuleFamily Facility = new("机构级别", false);
    public static readonly RuleFamily Visit = new("就医方式", false);
    public static readonly RuleFamily Frequency = new("频次", true);
    public static readonly RuleFamily Course = new("疗程", false);
    public static readonly RuleFamily Total = new("限定总额", false);
    public static readonly RuleFamily Dose = new("剂量", false);
    public static readonly RuleFamily Duplicate = new("重复用药", false);
    public static readonly RuleFamily Supply = new("开药天数", false);
    public static readonly RuleFamily Exclusive = new("重复收费", true);
    public static readonly RuleFamily Price = new("价格", true);
    public static readonly RuleFamily NotPayable = new("不予支付", false);
    public static readonly RuleFamily Flag = new("标识", false);
    public static readonly RuleFamily Prose = new("文字限定", false);
    public static readonly RuleFamily Budget = new("预算进度", true);
    public static readonly RuleFamily Coding = new("编码质量", true);
    public static readonly RuleFamily Admission = new("入院提示", true);

    public static readonly RuleFamily Diagnosis = new("适应症", false);
    public static readonly RuleFamily Companion = new("配套项目", true);
    public static readonly RuleFamily Split = new("分解收费", true);
    public static readonly RuleFamily Discount = new("手术折价", true);
    public static readonly RuleFamily Swap = new("串换收费", true);
    public static readonly RuleFamily Interaction = new("相互作用", true);
    public static readonly RuleFamily HerbPrescription = new("饮片处方", true);
    public static readonly RuleFamily OutsideStay = new("住院时间外收费", true);
    public static readonly RuleFamily ChargeAgainstOrder = new("收费与医嘱不符", true);
    public static readonly RuleFamily FeeType = new("费别变更", true);

    public static readonly RuleFamily Contraindication = new("禁忌症", true);
    public static readonly RuleFamily StepTherapy = new("阶梯用药", false);
    public static readonly RuleFamily Staff = new("科室与资质", true);
    public static readonly RuleFamily Consent = new("知情同意", false);
    public static readonly RuleFamily DrugCount = new("药品种类", true);

    public static readonly RuleFamily Perioperative = new("围手术期用药", true);

    public static readonly RuleFamily Pathway = new("临床路径", true);

    public static readonly RuleFamily SettlementList = new("结算清单", true);

    public static readonly RuleFamily Conduct = new("住院行为", true);

    public static IReadOnlyList<RuleFamily> All { get; } =
    [
        Sex, Age, Insurance, Facility, Visit, Frequency, Course, Exclusive,
        Price, NotPayable, Flag, Prose, Budget, Diagnosis, Companion, Split,
        Discount, Swap, Interaction, HerbPrescription,
        Contraindication, StepTherapy, Staff, Consent, DrugCount,
        Total, Dose, Duplicate, Supply,
        Coding, Admission, OutsideStay, ChargeAgainstOrder, FeeType, Perioperative, Pathway, SettlementList, Conduct,
    ];

    public static RuleFamily? Find(string name) => All.FirstOrDefault(family => family.Name == name);
}
