using OrderCheck.Core.Catalogue.Diseases;
using OrderCheck.Core.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Catalogue;

/// <summary>How sentences are coded by a table of phrases.</summary>
public sealed class DiseaseTermsTests
{
    private const string Header = "term,use,icd_codes,coded_by,coded_on,confirmed_by,note";

    [Fact]
    public void A_sentence_is_coded_by_the_diseases_that_it_names()
    {
        var coded = Coded("限十二指肠溃疡或胃溃疡。", "十二指肠溃疡,诊断,K26,甲,2026-11-01,,", "胃溃疡,诊断,K25,乙,2026-11-02,,");

        Assert.Equal(["十二指肠溃疡", "胃溃疡"], coded.Diagnoses);
        Assert.Equal(["K25", "K26"], coded.IcdCodes);
        Assert.Equal(("甲、乙", "2026-11-02", null), (coded.CodedBy, coded.CodedOn, coded.ConfirmedBy));
    }

    [Fact]
    public void The_longest_phrase_at_a_place_counts() => Assert.Equal(
        ["K58.2"],
        Coded("限便秘型肠易激综合征。", "便秘,诊断,K59.0,甲,2026-11-01,,", "便秘型肠易激综合征,诊断,K58.2,甲,2026-11-01,,").IcdCodes);

    [Fact]
    public void What_only_adds_a_condition_is_passed_over() => Assert.Equal(
        ["C34"],
        Coded("限间变性淋巴瘤激酶阳性的肺癌", "淋巴瘤,诊断,C81-C86,甲,2026-11-01,,", "间变性淋巴瘤激酶,略过,,甲,2026-11-01,,", "肺癌,诊断,C34,甲,2026-11-01,,").IcdCodes);

    [Theory]
    [InlineData("限：1.胃溃疡；2.抢救。")]
    [InlineData("限抢救或胃溃疡。")]
    public void A_case_that_no_diagnosis_shows_keeps_the_whole_sentence_for_people(string sentence)
    {
        var reading = Terms("胃溃疡,诊断,K25,甲,2026-11-01,,", "抢救,不可编码,,甲,2026-11-01,,").Code(sentence);

        Assert.Null(reading.Coded);
        Assert.Equal("one of its cases is no diagnosis: 抢救", reading.WhyNot);
    }

    [Theory]
    [InlineData("限：1.胃溃疡；2.某种没有编码的病。")]
    [InlineData("限胃溃疡；某种没有编码的病。")]
    public void An_alternative_that_nobody_has_coded_keeps_the_whole_sentence_for_people(string sentence) => Assert.Equal(
        "one of its alternatives names no disease that disease_terms.csv has",
        Terms("胃溃疡,诊断,K25,甲,2026-11-01,,").Code(sentence).WhyNot);

    [Theory]
    [InlineData("限胃溃疡以下情况：1.口服无效的患者；2.不能口服的患者。")]
    [InlineData("限胃溃疡发病4.5小时内使用。")]
    [InlineData("限胃溃疡；")]
    public void Conditions_that_are_numbered_after_the_disease_are_no_alternatives(string sentence) =>
        Assert.NotNull(Terms("胃溃疡,诊断,K25,甲,2026-11-01,,").Code(sentence).Coded);

    [Fact]
    public void Wide_signs_numerals_and_spaces_are_read_as_they_are_meant() =>
        Assert.Equal(["C90.0"], Coded("限 Ⅱ型 （多发性）骨髓瘤", "II型(多发性)骨髓瘤,诊断,C90.0,甲,2026-11-01,,").IcdCodes);

    [Fact]
    public void A_sentence_is_confirmed_once_every_word_of_it_is()
    {
        Assert.Equal("医保办", Coded("限胃溃疡", "胃溃疡,诊断,K25,甲,2026-11-01,医保办,").ConfirmedBy);
        Assert.Null(Coded("限胃溃疡或痛风", "胃溃疡,诊断,K25,甲,2026-11-01,医保办,", "痛风,诊断,M10,甲,2026-11-01,,").ConfirmedBy);
    }

    [Theory]
    [InlineData("胃溃疡,病,K25,甲,2026-11-01,,", "(2,5): use: '病'")]
    [InlineData("胃溃疡,诊断,,甲,2026-11-01,,", "(2,8): icd_codes: a 诊断 needs its ICD-10 codes.")]
    [InlineData("抢救,不可编码,K25,甲,2026-11-01,,", "(2,9): icd_codes: only a 诊断 has codes, this is 不可编码.")]
    [InlineData("胃溃疡,诊断,K2,甲,2026-11-01,,", "(2,8): icd_codes: 'K2' is no code")]
    [InlineData("胃溃疡,诊断,K25-K24,甲,2026-11-01,,", "(2,8): icd_codes: 'K25-K24' ends before it begins.")]
    [InlineData("胃溃疡,诊断,K25,,2026-11-01,,", "(2,12): coded_by:")]
    [InlineData("胃溃疡,诊断,K25,甲,昨天,,", "(2,14): coded_on:")]
    [InlineData("胃溃疡,诊断,K25,甲,2026-11-01,,\n胃溃疡,略过,,甲,2026-11-01,,", "(3,1): term: '胃溃疡' is there twice.")]
    public void What_is_wrong_is_told_with_its_place(string rows, string fault)
    {
        var faults = new List<Fault>();

        DiseaseTerms.Read(new RuleFile("catalogue/disease_terms.csv", $"{Header}\n{rows}\n"), faults);

        Assert.Contains(fault, Assert.Single(faults).ToString(), StringComparison.Ordinal);
    }

    private static CodedSentence Coded(string sentence, params string[] rows) => Assert.IsType<CodedSentence>(Terms(rows).Code(sentence).Coded);

    private static DiseaseTerms Terms(params string[] rows)
    {
        var faults = new List<Fault>();
        var terms = DiseaseTerms.Read(new RuleFile("catalogue/disease_terms.csv", $"{Header}\n{string.Join('\n', rows)}\n"), faults);
        Assert.Empty(faults);
        return terms;
    }
}
