using OrderCheck.Core.Knowledge;

namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>What rule text may read of the patient's record and of who prescribes, and of the rows that these are compared with.</summary>
internal static class RecordVocabulary
{
    public static IEnumerable<VocabularyEntry> Entries() =>
        [.. OfCoding(), .. OfDiagnoses(), .. OfContraindications(), .. OfStepTherapy(), .. OfStaff(), .. OfPrescribing()];

    private static IEnumerable<VocabularyEntry> OfCoding() =>
    [
        LimitVocabulary.Fact((CodedRow r) => r.CodedBy, null, "编码人", "将文字限定对应为编码的人；无则为原文编码"),
        LimitVocabulary.Fact((CodedRow r) => r.CodedOn, null, "编码日期", "对应编码的日期"),
        LimitVocabulary.Fact((CodedRow r) => r.ConfirmedBy, null, "确认部门", "确认编码的部门；无则尚未确认"),
        LimitVocabulary.Fact((CodedRow r) => r.Confirmed, null, "编码已确认", "编码为原文所有或已经确认"),
    ];

    private static IEnumerable<VocabularyEntry> OfDiagnoses() =>
    [
        RuleVocabulary.Fact("diagnosis", (DiagnosisFacts d) => d.Meets("", ""), null, "符合限定的诊断", "是否有限定范围内的诊断；入院24小时内尚无则未定", true),
        RuleVocabulary.Fact("diagnosis", (DiagnosisFacts d) => d.Present, null, "相关诊断", "是否有知识点所列的诊断，含疑似", true),
        RuleVocabulary.Fact("diagnosis", (DiagnosisFacts d) => d.Recorded, null, "现有诊断", "已记录的诊断，主要诊断在前", false),
        LimitVocabulary.Fact((DiagnosisLimit r) => r.Diagnoses, null, "限定诊断", "限定的诊断名称"),
        LimitVocabulary.Fact((DiagnosisLimit r) => r.IcdCodes, null, "限定诊断编码", "ICD-10编码、编码前缀或范围"),
        LimitVocabulary.Fact((DiagnosisLimit r) => r.TcmCodes, null, "限定中医诊断编码", "中医病名、证候编码"),
        LimitVocabulary.Fact((DiagnosisLimit r) => r.Position, null, "诊断位置", "主要诊断或任一诊断"),
        LimitVocabulary.Fact((DiagnosisLimit r) => r.Certainty, null, "诊断确定程度", "确诊或含疑似"),
    ];

    private static IEnumerable<VocabularyEntry> OfContraindications() =>
    [
        RuleVocabulary.Fact("allergy", (AllergyFacts a) => a.Present, null, "相关过敏史", "是否对知识点所列物质过敏；未记录过敏史则未知", true),
        RuleVocabulary.Fact("allergy", (AllergyFacts a) => a.Recorded, null, "过敏史", "已记录的过敏物质", false),
        LimitVocabulary.Fact((Contraindication r) => r.Degree, null, "禁慎程度", "禁用或慎用"),
        LimitVocabulary.Fact((Contraindication r) => r.Ground, null, "禁忌", "禁用、慎用的情形"),
        LimitVocabulary.Fact((Contraindication r) => r.IcdCodes, null, "禁忌诊断编码", "ICD-10编码、编码前缀或范围"),
        LimitVocabulary.Fact((Contraindication r) => r.Pregnancy, null, "禁忌的妊娠哺乳状态", "妊娠、哺乳"),
        LimitVocabulary.Fact((Contraindication r) => r.Allergens, null, "过敏物质", "物质编码或名称；本品指所用项目本身"),
        LimitVocabulary.Fact((Contraindication r) => r.HoldsIn(""), null, "属禁忌状态", "该妊娠哺乳状态是否禁慎"),
    ];

    private static IEnumerable<VocabularyEntry> OfStepTherapy() =>
    [
        RuleVocabulary.Fact("firstLine", (FirstLineFacts f) => f.Used(0), null, "一线项目使用记录", "此前若干天内是否用过一线项目；追溯至入院前且未见则未知", true),
        RuleVocabulary.Fact("firstLine", (FirstLineFacts f) => f.NotTolerated, null, "一线项目不能耐受", "是否有一线项目过敏记录或所列诊断", false),
        LimitVocabulary.Fact((StepTherapy r) => r.FirstLine, null, "一线项目", "须先使用的一线项目"),
        LimitVocabulary.Fact((StepTherapy r) => r.FirstLineCodes, null, "一线项目编码", "一线项目的编码或编码前缀"),
        LimitVocabulary.Fact((StepTherapy r) => r.WithinDays, "天", "追溯天数", "须在此前多少天内用过"),
        LimitVocabulary.Fact((StepTherapy r) => r.IntoleranceCodes, null, "不能耐受的诊断编码", "证明一线项目不能耐受的诊断"),
    ];

    private static IEnumerable<VocabularyEntry> OfStaff() =>
    [
        RuleVocabulary.Fact("signer", (SignerFacts s) => s.Title, null, "医师职称", "开单医师的职称，取自医院人员字典；字典中没有该医师时取医嘱所报职称", true),
        RuleVocabulary.Fact("signer", (SignerFacts s) => s.Department, null, "医师科室", "开单医师所在科室的标准编码", true),
        RuleVocabulary.Fact("signer", (SignerFacts s) => s.Holds(""), null, "医师处方权", "开单医师是否有该处方权或更高级别，取自医院人员字典；字典中没有该医师、而所报职称依法不能授予时为否", true),
        RuleVocabulary.Fact("place", (PlaceFacts p) => p.Of(""), null, "科室", "开单、执行或所在科室的标准编码", true),
        RuleVocabulary.Fact("place", (PlaceFacts p) => p.NameOf(""), null, "科室名称", "开单、执行或所在科室的名称", false),
        LimitVocabulary.Fact((DepartmentLimit r) => r.Whose, null, "科室类别", "开单、执行或所在"),
        LimitVocabulary.Fact((DepartmentLimit r) => r.Departments, null, "限定科室", "限定的科室名称"),
        LimitVocabulary.Fact((DepartmentLimit r) => r.DepartmentCodes, null, "限定科室编码", "科室的标准编码，含其下专业"),
        LimitVocabulary.Fact((DepartmentLimit r) => r.AllowsDepartment(""), null, "科室符合", "该科室是否可用"),
        LimitVocabulary.Fact((LicenceLimit r) => r.NeededLicence, null, "所需处方权", "开单医师须有的处方权"),
        LimitVocabulary.Fact((LicenceLimit r) => r.LowestTitle, null, "最低职称", "开单医师的最低职称"),
        LimitVocabulary.Fact((LicenceLimit r) => r.Specialists, null, "限定专科", "限定的专科医师"),
        LimitVocabulary.Fact((LicenceLimit r) => r.SpecialityCodes, null, "限定专科编码", "专科医师所在科室的标准编码，含其下专业"),
        LimitVocabulary.Fact((LicenceLimit r) => r.LowestLevel, null, "最低机构级别", "1一级、2二级、3三级"),
        LimitVocabulary.Fact((LicenceLimit r) => r.LevelText, null, "机构级别要求", "限定的机构级别"),
        LimitVocabulary.Fact((LicenceLimit r) => r.AllowsTitle(""), null, "职称符合", "该职称是否可开"),
        LimitVocabulary.Fact((LicenceLimit r) => r.AllowsSpeciality(""), null, "专科符合", "该科室的医师是否可开"),
    ];

    private static IEnumerable<VocabularyEntry> OfPrescribing() =>
    [
        RuleVocabulary.Fact("line", (LineFacts l) => l.PriceIn(""), "元", "按限价单位折算的单价", "折算为限价单位的单价；无换算则未知", true),
        RuleVocabulary.Fact("line", (LineFacts l) => l.SelfPaid, null, "已转自费", "医嘱或费用是否已转自费", false),
        RuleVocabulary.Fact("line", (LineFacts l) => l.InCatalogue, null, "在医保目录中", "当天目录中是否有该项目", false),
        RuleVocabulary.Fact("consent", (ConsentFacts c) => c.Recorded, null, "自费知情同意", "是否已有转自费并经患者同意的处置", false),
        RuleVocabulary.Fact("drugList", (DrugListFacts d) => d.Kinds(""), null, "药品种类数", "处方或出院带药的药品种类数，按通用名计，每单只计一次", true),
        LimitVocabulary.Fact((ConsentRequirement r) => r.Case, null, "自费情形", "转自费、丙类或目录外"),
        LimitVocabulary.Fact((DrugCount r) => r.Scope, null, "计数范围", "处方或出院带药"),
        LimitVocabulary.Fact((DrugCount r) => r.MostKinds, "种", "最多种类", "最多药品种类数"),
    ];
}
