using CsCheck;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Tests.Rules;

/// <summary>What the patient's record and the staff dictionary say, and the rows that these are compared with, at random.</summary>
internal static class RandomRecord
{
    private static readonly Gen<bool?> YesNoUnknown = OneOf<bool?>(null, true, false);

    private static readonly Gen<string?> Department = OneOf(null, "A03", "A03.07", "A28");

    /// <summary>Null where the kind is none of these.</summary>
    public static Gen<KnowledgeRow>? Row(KnowledgeKind kind) => kind switch
    {
        KnowledgeKind.DiagnosisLimits => OneOf(null, "张三").Select(KnowledgeRow (coder) =>
            new DiagnosisLimit { Diagnoses = "脑梗死", Position = "任一诊断", Certainty = "确诊", CodedBy = coder }),
        KnowledgeKind.Contraindications => Gen.Select(Codes, OneOf(null, "妊娠", "妊娠、哺乳"), OneOf(null, "青霉素"), KnowledgeRow (icd, states, allergens) =>
            new Contraindication { Degree = "禁用", Ground = "某情形", Icd = icd, Pregnancy = states, Allergens = allergens }),
        KnowledgeKind.StepTherapies => OneOf(null, "张三").Select(KnowledgeRow (coder) =>
            new StepTherapy { FirstLine = "二甲双胍", Codes = ["XA10BA*"], WithinDays = 30, CodedBy = coder }),
        KnowledgeKind.DepartmentLimits => Gen.Select(OneOf("开单", "执行", "所在"), OneOf("A03", "A28、A20"), KnowledgeRow (whose, codes) =>
            new DepartmentLimit { Whose = whose, Departments = "内科", DepartmentCodes = codes }),
        KnowledgeKind.LicenceLimits => Gen.Select(OneOf(null, "抗菌药物限制使用级", "中医类别执业医师"), OneOf(null, "主治医师"), OneOf(null, "A03.07"), OneOf<int?>(null, 2), KnowledgeRow (licence, title, codes, level) =>
            new LicenceLimit { NeededLicence = licence, LowestTitle = title, SpecialityCodes = codes, Specialists = codes, LowestLevel = level }),
        KnowledgeKind.Consents => OneOf("转自费", "丙类", "目录外").Select(KnowledgeRow (which) => new ConsentRequirement { Case = which }),
        KnowledgeKind.DrugCounts => OneOf("处方", "出院带药").Select(KnowledgeRow (scope) => new DrugCount { Scope = scope, MostKinds = 5 }),
        _ => null,
    };

    public static Gen<CaseFacts> Of(Gen<CaseFacts> functions) =>
        Gen.Select(functions, YesNoUnknown.Array[7], Department, Department, OneOf(null, "住院医师", "主治医师", "主任医师"), OneOf<int?>(null, 4, 5, 6), (facts, answers, own, place, title, kinds) =>
        {
            (facts.DiagnosisMeetsIs, facts.DiagnosisPresentIs, facts.AllergyPresentIs) = (answers[0], answers[1], answers[2]);
            (facts.FirstLineUsedIs, facts.FirstLineNotToleratedIs) = (answers[3], answers[4] == true);
            (facts.SignerHoldsIs, facts.SignerTitleIs, facts.SignerDepartmentIs) = (answers[5], title, own);
            (facts.PlaceIs, facts.ConsentRecordedIs, facts.DrugKindsIs) = (place, answers[6] == true, kinds);
            return facts;
        });

    /// <summary>What the scratch facts hold beside the functions.</summary>
    public static Gen<Action<RuleFacts>> Values =>
        Gen.Select(OneOf(null, "妊娠", "哺乳", "无"), OneOf(null, "甲", "丙"), Gen.Bool, Gen.Bool, Action<RuleFacts> (pregnancy, itemClass, selfPaid, known) => facts =>
        {
            facts.Patient.Pregnancy = pregnancy;
            facts.Item.Class = itemClass;
            facts.Line.SelfPaid = selfPaid;
            facts.Line.InCatalogue = known;
        });

    private static Gen<CodeRanges?> Codes => Gen.Bool.Select(given => given && CodeRanges.TryParse("K25-K28", CodeForm.Diagnosis, out var codes, out _) ? codes : null);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
