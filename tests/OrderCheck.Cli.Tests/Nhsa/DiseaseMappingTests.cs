using OrderCheck.Cli.Csv;
using OrderCheck.Core.Catalogue.Diseases;
using OrderCheck.Core.Rules;
using Xunit;

namespace OrderCheck.Cli.Tests.Nhsa;

/// <summary>The project's own table of disease terms: whether it is right, and whether its codes exist.</summary>
public sealed class DiseaseMappingTests(ITestOutputHelper output)
{
    private static readonly DiseaseTerms Terms = Read();

    /// <summary>
    /// Of each point the share of what the mapping covers that the label has (precision), and of what the label has that the
    /// mapping covers (recall), over subcategories; the mean of the points. A point coded that should stay prose has precision 0,
    /// one left that should be coded recall 0. What both leave to people is neither.
    /// </summary>
    [Fact]
    public void On_a_hundred_labelled_points_the_mapping_is_precise_and_misses_little()
    {
        var (precision, recall, left) = (new List<double>(), new List<double>(), 0);
        foreach (var point in LabelledPoint.All)
        {
            var expected = Subcategories.Of(point.Categories);
            var mapped = Subcategories.Of(Terms.Code(point.Sentence).Coded?.IcdCodes ?? []);
            var both = mapped.Count(expected.Contains);
            if (mapped.Count > 0)
                precision.Add((double)both / mapped.Count);
            if (expected.Count > 0)
                recall.Add((double)both / expected.Count);
            if (mapped.Count + expected.Count == 0)
                left++;
            else if (both < mapped.Count || both < expected.Count)
                output.WriteLine($"{point.Position} {point.Item}: {both} of {mapped.Count} mapped and {expected.Count} labelled");
        }

        output.WriteLine($"precision {precision.Average():0.000} over {precision.Count} points, recall {recall.Average():0.000} over {recall.Count}, left to people by both {left}");
        Assert.Equal((93, 93, 7), (precision.Count, recall.Count, left));
        Assert.InRange(precision.Average(), 0.90, 1);
        Assert.InRange(recall.Average(), 0.98, 1);
    }

    [Fact]
    public void The_labelled_points_are_every_fifth_of_the_published_ones()
    {
        Imported.SkipWithoutTables();
        var points = CsvTable.Read(Repository.PublishedTables!, "knowledge_points.csv", "kp_id", "rule_class", "constraint_text").Rows.Where(row => row["rule_class"] == "药品限适应症").ToList();

        Assert.Equal(510, points.Count);
        Assert.Equal(Enumerable.Range(1, 100).Select(number => number * 5), LabelledPoint.All.Select(point => point.Position));
        Assert.All(LabelledPoint.All, point => Assert.Equal(
            (points[point.Position - 1]["kp_id"], points[point.Position - 1]["constraint_text"].Trim().Replace('\n', ' ')), (point.Id, point.Sentence)));
    }

    [Fact]
    public void Every_code_and_range_of_the_table_is_of_the_insurance_edition()
    {
        Assert.SkipUnless(Repository.ReferenceCatalogue is not null, "The ICD-10 insurance edition (shared/data/catalog beside the repository) is not on this machine.");
        var codes = CsvTable.Read(Repository.ReferenceCatalogue!, "icd10_yb.csv", "code").Rows
            .SelectMany(row => row["code"].Split('+')).Select(code => code.TrimEnd('*')).Distinct().Order(StringComparer.Ordinal).ToList();

        var invented = Terms.All.SelectMany(term => term.IcdCodes.Where(range => !HasCodes(range)).Select(range => $"{term.Phrase}: {range}"));

        Assert.Empty(invented);

        bool HasCodes(string range)
        {
            var ends = range.Split('-');
            return codes.Exists(code => string.CompareOrdinal(code, ends[0]) >= 0 && (string.CompareOrdinal(code, ends[^1]) <= 0 || code.StartsWith(ends[^1], StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("限急性血栓性脑梗死，支付不超过14天。", "I63")]
    [InlineData("限间变性淋巴瘤激酶(ALK)阳性的局部晚期或转移性非小细胞肺癌患者。", "C34")]
    [InlineData("限成人基因1型非肝硬化慢性丙型肝炎。", "B18.2")]
    [InlineData("限伴有血浆同型半胱氨酸水平升高的原发性高血压。", "I10-I13")]
    public void Conditions_beside_the_disease_add_no_codes(string sentence, string codes) =>
        Assert.Equal(codes, string.Join('|', Terms.Code(sentence).Coded!.IcdCodes));

    [Theory]
    [InlineData("限头孢菌素耐药或重症感染患者。")]
    [InlineData("限抢救、重症或因肝硬化、癌症引起胸腹水的患者，且白蛋白低于30g/L。")]
    [InlineData("限：1.预防重症患者应激性溃疡出血；2.消化性溃疡出血。")]
    [InlineData("限子宫肌瘤患者或生育保险。")]
    public void What_diagnoses_alone_cannot_show_stays_for_people(string sentence) => Assert.Null(Terms.Code(sentence).Coded);

    private static DiseaseTerms Read()
    {
        var faults = new List<Fault>();
        var path = Path.Combine(Repository.Rules, "catalogue", "disease_terms.csv");
        var terms = DiseaseTerms.Read(new RuleFile("catalogue/disease_terms.csv", File.ReadAllText(path)), faults);
        Assert.Empty(faults);
        return terms;
    }
}
