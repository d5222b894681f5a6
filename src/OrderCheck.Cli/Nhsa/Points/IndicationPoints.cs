using OrderCheck.Core.Catalogue.Diseases;

namespace OrderCheck.Cli.Nhsa.Points;

/// <summary>
/// 药品限适应症: the sentence names diseases in words. They are coded by our own table, as a condition that is necessary and not
/// sufficient: laboratory values, lines of treatment and stages stay in the sentence, which the reader sees. What the table
/// cannot code stays the sentence alone.
/// </summary>
internal sealed class IndicationPoints(DiseaseTerms terms) : IPointReader
{
    public IReadOnlyList<string> RuleClasses { get; } = ["药品限适应症"];

    public PointReading Read(KnowledgePoint point)
    {
        var reading = terms.Code(point.ConstraintText);
        return reading.Coded is { } coded ? new PointReading.Coded(LimitOf(coded)) : new PointReading.Prose(reading.WhyNot!);
    }

    public static CodedLimit LimitOf(CodedSentence coded) => KindSchema.Diagnosis.Of(
        string.Join('、', coded.Diagnoses), string.Join('|', coded.IcdCodes), "", "任一诊断", "确诊", coded.CodedBy, coded.CodedOn, coded.ConfirmedBy ?? "");
}
