using OrderCheck.Core.Knowledge;

namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>What rule text may read of the patient's record, and of the rows that it is compared with.</summary>
internal static class RecordVocabulary
{
    public static IEnumerable<VocabularyEntry> Entries() => [.. OfDiagnoses()];

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
        LimitVocabulary.Fact((DiagnosisLimit r) => r.CodedBy, null, "编码人", "将文字限定对应为编码的人；无则为原文编码"),
        LimitVocabulary.Fact((DiagnosisLimit r) => r.CodedOn, null, "编码日期", "对应编码的日期"),
        LimitVocabulary.Fact((DiagnosisLimit r) => r.ConfirmedBy, null, "确认部门", "确认编码的部门；无则尚未确认"),
        LimitVocabulary.Fact((DiagnosisLimit r) => r.Confirmed, null, "编码已确认", "编码为原文所有或已经确认"),
    ];
}
