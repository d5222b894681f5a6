using System.Linq.Expressions;
using OrderCheck.Core.Knowledge;

namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>What rules about the settlement list and its detail may read, and the rows that they apply.</summary>
internal static class SettlementVocabulary
{
    public const string Subject = "settlement";
    public const string Detail = "detail";

    private const string List = "结算清单";
    private const string Told = "；不符之处的说明，没有则为空文字，没有报送清单或清单缺少所比的内容则未知";

    public static IEnumerable<VocabularyEntry> Entries() => [.. OfList(), .. OfDetail(), .. OfRows()];

    private static IEnumerable<VocabularyEntry> OfList() =>
    [
        RuleVocabulary.Fact(Subject, (SettlementFacts s) => s.HoursWithout, "小时", "未报送清单小时数", "没有结算清单的，出院至今的整小时数；有清单或没有出院则为0", false),
        Fact(s => s.Missing("", ""), List, "清单所缺的项目：在该情形下应填而未填的；没有则为空文字，没有报送清单则未知"),
        Fact(s => s.TimesWrong, "结算清单的入出院时间", $"出院早于入院、实际住院天数与日期不符{Told}"),
        Fact(s => s.AgeWrong, "结算清单的年龄和出生日期", $"年龄与出生日期不符，不足一周岁未填天数{Told}"),
        Fact(s => s.OperationTimesWrong, "结算清单的手术时间", $"手术不在住院期间，或结束早于开始{Told}"),
        Fact(s => s.CareTimesWrong, "结算清单的重症监护时间", $"重症监护不在住院期间、结束早于开始或相互重叠{Told}"),
        Fact(s => s.SumsWrong(0), "结算清单的金额", $"各类费用之和与金额合计、各类的甲乙丙之和与该类金额不符，超过所给的元数{Told}"),
        Fact(s => s.PaymentsWrong(0), "结算清单的支付金额", $"基金、账户、现金之和与金额合计，账户与现金之和同自付与自费之和不符{Told}"),
        Fact(s => s.RegistrationDiffers, "结算清单", $"性别、出生日期、险种、就医方式、入出院日期、科室、离院方式与登记不一致{Told}"),
        Fact(s => s.DiagnosesDiffer, "结算清单和本次就诊的诊断", $"诊断与本次就诊所记录的不一致，主要诊断不同；疑似诊断不计{Told}"),
        Fact(s => s.OperationsDiffer, "结算清单", $"手术操作及其日期与本次就诊所记录的不一致{Told}"),
        Fact(s => s.TotalDiffers(0), "结算清单的金额合计", $"金额合计与收费明细之和不符，超过所给的元数{Told}"),
        Fact(s => s.CategoriesDiffer(0), "结算清单和明细的费用类别", $"某类费用与收费明细该类之和不符，超过所给的元数{Told}"),
    ];

    private static IEnumerable<VocabularyEntry> OfDetail() =>
    [
        RuleVocabulary.Fact(Detail, (DetailFacts d) => d.Lacking(""), null, List, "报送清单后，缺少所列内容的明细；没有则为空文字，没有报送清单则未知", true),
        RuleVocabulary.Fact(Detail, (DetailFacts d) => d.AmountsWrong(0), null, "明细金额", "金额与单价乘数量之差超过所给元数的明细；没有则为空文字", true),
        RuleVocabulary.Fact(Detail, (DetailFacts d) => d.UploadedLate(0), null, "费用上传时间", "发生后超过所给小时数才上传、或至今没有上传的明细；没有则为空文字，没有报送过上传则未知", true),
        RuleVocabulary.Fact(Detail, (DetailFacts d) => d.RecordedLate(0), null, "费用记录时间", "发生后超过所给小时数才记录的明细；没有则为空文字", true),
    ];

    private static IEnumerable<VocabularyEntry> OfRows() =>
    [
        LimitVocabulary.Fact((SettlementField r) => r.Fields, null, "应填项目", "清单或明细的项目名称，竖线隔开"),
        LimitVocabulary.Fact((SettlementField r) => r.When, null, "情形", "总是、新生儿（入院时不满29天）、不满一周岁、有手术、有重症监护、有输血、转院；明细：每行收费明细"),
        LimitVocabulary.Fact((SettlementField r) => r.Part, null, "部分", "这些项目在清单的哪一部分，给读者看"),
        LimitVocabulary.Fact((SettlementCheck r) => r.Check, null, "核对内容", "时间、年龄、手术时间、监护时间、金额、支付、登记、诊断、手术：清单自身及与登记；明细合计、明细分类、明细金额：清单与收费明细"),
        LimitVocabulary.Fact((SettlementCheck r) => r.Tolerance, "元", "允许相差", "金额允许相差多少；其余不写"),
        LimitVocabulary.Fact((UploadLimit r) => r.Hours, "小时", "上传时限", "费用发生后多少小时内应上传；清单：出院后多少小时内应报送结算清单"),
        LimitVocabulary.Fact((UploadLimit r) => r.MeasuredBy, null, "计时依据", "上传：以报送的上传时间为准；记录：以本系统收到的时间为准；清单：出院至报送结算清单"),
    ];

    private static VocabularyEntry Fact<TValue>(Expression<Func<SettlementFacts, TValue>> read, string label, string meaning) =>
        RuleVocabulary.Fact(Subject, read, null, label, meaning, canBeMissing: true);
}
