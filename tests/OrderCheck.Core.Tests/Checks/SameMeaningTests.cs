using CsCheck;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Knowledge;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>Limits of one line that two documents give alike.</summary>
public sealed class SameMeaningTests
{
    private static readonly Gen<(string Text, bool IsPoint)[]> Rows =
        Gen.Shuffle(new[] { ("限痛风。", true), ("限痛风", false), ("限癫痫。", true), ("限癫痫。", false), ("限 哮喘", true), ("限湿疹", false) });

    [Fact]
    public void Whatever_order_they_come_in_each_meaning_is_told_once_and_names_all_its_sources() => Rows.Sample(rows =>
    {
        var verdicts = new Verdicts();

        foreach (var (text, isPoint) in rows)
            Add(verdicts, text, isPoint);

        Assert.Equal(["限哮喘", "限湿疹", "限痛风", "限癫痫"], verdicts.Findings.Select(finding => Letters(finding.OfficialText!)).Order(StringComparer.Ordinal));
        Assert.All(verdicts.Findings, finding => Assert.Equal(
            rows.Where(row => Letters(row.Text) == Letters(finding.OfficialText!)).Select(row => SourceOf(row.IsPoint)).Order(StringComparer.Ordinal),
            Letters(finding.OfficialText!) is "限痛风" or "限癫痫" ? [.. finding.Basis!.Split('；').Skip(1).Order(StringComparer.Ordinal)] : [SourceOf(rows.Single(row => row.Text == finding.OfficialText).IsPoint)]));
    });

    [Fact]
    public void Two_points_of_NHSA_stay_two_though_they_have_one_sentence()
    {
        var verdicts = new Verdicts();

        Add(verdicts, "限痛风。", isPoint: true, id: "KP-1");
        Add(verdicts, "限痛风。", isPoint: true, id: "KP-2");

        Assert.Equal(2, verdicts.Findings.Count);
    }

    [Fact]
    public void What_nobody_has_coded_lacks_its_codes_for_the_reader_and_its_class_for_the_count()
    {
        var texts = Rulebook.With(("texts", $"item_code,rule_class,official_text\n{Items.Paracetamol},药品限二线使用,限二线用药\n"));

        var finding = Assert.Single(Inpatient.Male(30).Ordering(texts, Ordered.Drug(Items.Paracetamol)).Findings);

        Assert.Equal(("限二线用药", true), (finding.OfficialText, finding.Undetermined));
        Assert.Equal(["药品限二线使用"], finding.MissingInputs);
        Assert.Equal(["限定内容的编码"], finding.MissingLabels);
    }

    private static void Add(Verdicts verdicts, string text, bool isPoint, string id = "KP")
    {
        var row = new ProseLimit
        {
            RuleClass = isPoint ? "药品限适应症" : "医保药品目录限定支付范围",
            OfficialText = text,
            PointId = isPoint ? id + Letters(text) : null,
            Source = SourceOf(isPoint),
        };
        verdicts.Add(
            new Finding
            {
                Key = "key",
                Rule = "official-text",
                Title = "支付限定须人工核对",
                Family = "文字限定",
                Domain = Domain.Payment,
                Severity = Severity.Reminder,
                Response = Response.Inform,
                Message = $"{row.PointId}{row.RuleClass}：{text}",
                OfficialText = text,
                Basis = "规则依据",
            },
            row,
            firstOfLine: 0);
    }

    private static string Letters(string text) => new([.. text.Where(char.IsLetterOrDigit)]);

    private static string SourceOf(bool isPoint) => isPoint ? "知识点" : "药品目录";
}
