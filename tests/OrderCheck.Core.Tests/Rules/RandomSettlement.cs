using CsCheck;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Tests.Rules;

/// <summary>Rows about settlement lists at random, and lists that fit, do not, or are not there.</summary>
internal static class RandomSettlement
{
    /// <summary>Null where the kind is of another file.</summary>
    public static Gen<KnowledgeRow>? Row(KnowledgeKind kind) => kind switch
    {
        KnowledgeKind.SettlementFields => Gen.Bool.Select(KnowledgeRow (ofLines) => ofLines
            ? new SettlementField { Fields = "开单医师", When = SettlementField.OfEachLine, Part = "收费明细" }
            : new SettlementField { Fields = "性别、出院科别", When = "总是", Part = "基本信息" }),
        KnowledgeKind.SettlementChecks => Gen.Int[0, SettlementCheck.Checks.Count - 1].Select(KnowledgeRow (which) =>
            new SettlementCheck { Check = SettlementCheck.Checks[which], Tolerance = which % 2 }),
        KnowledgeKind.UploadLimits => Gen.Int[0, 2].Select(KnowledgeRow (by) =>
            new UploadLimit { Hours = 72, MeasuredBy = ((string[])[UploadLimit.ByRecord, UploadLimit.ByUpload, UploadLimit.ByList])[by] }),
        _ => null,
    };

    /// <param name="there">3: there is none.</param>
    public static SettlementFacts List(int there, bool[] says) => there == 3 ? SettlementFacts.None : new Listed(says);

    /// <param name="there">3: there is no list, and no upload.</param>
    public static DetailFacts Detail(int there, bool[] says) => there == 3 ? DetailFacts.None : new Charged(says);

    private static string Said(bool wrong) => wrong ? "不符" : "";

    private sealed class Listed(bool[] says) : SettlementFacts
    {
        public override int HoursWithout => says[0] ? 72 : 73;

        public override string? Missing(string fields, string when) => Said(says[0]);

        public override string? TimesWrong => says[1] ? null : Said(says[0]);

        public override string? AgeWrong => Said(says[2]);

        public override string? OperationTimesWrong => Said(says[3]);

        public override string? CareTimesWrong => Said(says[4]);

        public override string? SumsWrong(decimal tolerance) => Said(says[5] && tolerance == 0);

        public override string? PaymentsWrong(decimal tolerance) => says[6] ? null : Said(says[5]);

        public override string? RegistrationDiffers => Said(says[6]);

        public override string? DiagnosesDiffer => says[0] ? null : Said(says[1]);

        public override string? OperationsDiffer => Said(says[2]);

        public override string? TotalDiffers(decimal tolerance) => Said(says[3]);

        public override string? CategoriesDiffer(decimal tolerance) => says[4] ? null : Said(says[5]);
    }

    private sealed class Charged(bool[] says) : DetailFacts
    {
        public override string? Lacking(string fields) => Said(says[0]);

        public override string? AmountsWrong(decimal tolerance) => Said(says[1]);

        public override string? UploadedLate(int hours) => says[3] ? null : Said(says[2]);

        public override string? RecordedLate(int hours) => Said(says[4]);
    }
}
