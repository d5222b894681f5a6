using System.Linq.Expressions;
using OrderCheck.Core.Knowledge;

namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>What rules about the encounter as a whole may read, and the rows that they apply.</summary>
internal static class EncounterVocabulary
{
    public static IEnumerable<VocabularyEntry> Entries() => [.. OfStay(), .. OfCoding(), .. OfRows()];

    private static IEnumerable<VocabularyEntry> OfStay() =>
    [
        RuleVocabulary.Fact("stay", (StayFacts s) => s.HoursSinceAdmission, "小时", "入院小时数", "入院至审核时的整小时数", true),
        RuleVocabulary.Fact("stay", (StayFacts s) => s.AdmittedOn, null, "入院日期", "入院的日历日", true),
        RuleVocabulary.Fact("stay", (StayFacts s) => s.DischargedOn, null, "出院日期", "出院的日历日；在院则无", true),
        RuleVocabulary.Fact("stay", (StayFacts s) => s.Knows(""), null, "已登记", "险种、医保登记、患者主索引、性别、出生日期、科室或主治医师是否已登记", false),
        RuleVocabulary.Fact("stay", (StayFacts s) => s.DaysWithout(""), "天", "没有收费的天数", "住院期间除所列项目外没有收费的整天数，入院、出院当天和请假的日子不计；没有入院登记则未知", true),
        RuleVocabulary.Fact("stay", (StayFacts s) => s.IsWithout(""), null, "没有所列收费", "本次就诊没有收过所列项目；没有、却有编码无对照的收费则未知", true),
        RuleVocabulary.Fact("stay", (StayFacts s) => s.LongestWithout(""), "天", "连续没有收费的天数", "同上，其中连续的最多天数", true),
    ];

    private static IEnumerable<VocabularyEntry> OfCoding() =>
    [
        RuleVocabulary.Fact("coding", (CodingFacts c) => c.HasPrincipal, null, "已填主要诊断", "是否已记录主要诊断", false),
        RuleVocabulary.Fact("coding", (CodingFacts c) => c.Diagnosis(""), null, "诊断", "所列编码中的第一个诊断，编码和名称；没有则无", true),
        RuleVocabulary.Fact("coding", (CodingFacts c) => c.Principal(""), null, "主要诊断", "主要诊断在所列编码中时为其编码和名称，否则无", true),
        RuleVocabulary.Fact("coding", (CodingFacts c) => c.Procedure(""), null, "手术操作", "所列编码中的第一个手术操作，编码和名称；没有则无", true),
        RuleVocabulary.Fact("coding", (CodingFacts c) => c.MainProcedure(""), null, "主要手术操作", "主要手术操作在所列编码中时为其编码和名称，否则无", true),
        RuleVocabulary.Fact("coding", (CodingFacts c) => c.Charged(""), null, "已收费项目", "所列项目编码中第一个有净收费的项目；没有则无", true),
    ];

    private static IEnumerable<VocabularyEntry> OfRows() =>
    [
        Row((PrincipalDiagnosis r) => r.Diagnoses, null, "不作主要诊断的编码", "不得作为主要诊断的疾病编码"),
        Row((PrincipalDiagnosis r) => r.Hours, "小时", "填写时限", "入院后多少小时内应有主要诊断"),
        Row((DiagnosisPatient r) => r.Diagnoses, null, "疾病编码", "所限的疾病编码"),
        Row((DiagnosisPatient r) => r.Sex, null, "限定性别", "男或女；无则不限"),
        Row((DiagnosisPatient r) => r.MinAge, null, "最小年龄", "含该年龄；无则不限"),
        Row((DiagnosisPatient r) => r.MaxAge, null, "最大年龄", "含该年龄；无则不限"),
        Row((DiagnosisPatient r) => r.AgeUnit, null, "年龄单位", "岁、月或天"),
        Row((DiagnosisPatient r) => r.Range, null, "限定年龄", "限定的年龄范围"),
        Row((ProcedurePatient r) => r.Procedures, null, "手术操作编码", "所限的手术操作编码"),
        Row((ProcedurePatient r) => r.Sex, null, "限定性别", "男或女；无则不限"),
        Row((ProcedurePatient r) => r.Principals, null, "应有的主要诊断编码", "该手术操作对应的主要诊断编码；无则不限"),
        Row((ProcedurePatient r) => r.PrincipalsName, null, "应有的主要诊断", "该手术操作对应的主要诊断，文字"),
        Row((CodedOperation r) => r.Procedures, null, "手术操作编码", "收费项目对应的手术操作编码"),
        Row((CodedOperation r) => r.Items, null, "收费项目编码", "手术操作对应的收费项目编码"),
        Row((CodedOperation r) => r.Name, null, "手术名称", "手术操作的名称"),
        Row((CodedOperation r) => r.CodedMustBeCharged, null, "编码必有收费", "已编码而未收费时是否也提示"),
        Row((DiagnosisEvidence r) => r.Diagnoses, null, "疾病编码", "应有对应诊疗的疾病编码"),
        Row((DiagnosisEvidence r) => r.Items, null, "诊疗项目编码", "能支持该诊断的药品、检查或治疗项目编码"),
        Row((DiagnosisEvidence r) => r.Name, null, "诊疗内容", "能支持该诊断的药品、检查或治疗，文字"),
        Row((AdmissionPrompt r) => r.What, null, "提示内容", "应登记或核对的内容"),
        Row((AdmissionPrompt r) => r.Advice, null, "处理建议", "提示时告诉登记人员的话"),
        Row((AdmissionPrompt r) => r.Insurances, null, "适用险种", "只对这些险种提示；无则不分险种"),
        Row((AdmissionPrompt r) => r.AppliesTo(""), null, "险种适用", "该险种是否适用"),
    ];

    private static VocabularyEntry Row<TRow, TValue>(Expression<Func<TRow, TValue>> read, string? unit, string label, string meaning)
        where TRow : KnowledgeRow =>
        RuleVocabulary.Fact(RuleVocabulary.Limit, read, unit, label, meaning, canBeMissing: false);
}
