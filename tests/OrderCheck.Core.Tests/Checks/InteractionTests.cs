using OrderCheck.Core.Checks;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Tests.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>Drugs and herbs that do not go together. The rules ship in shadow; here they are made active.</summary>
public sealed class InteractionTests
{
    private static readonly Rulebook Drugs = Active(("drug_interactions",
        $"""
        item_code,item_name,other_codes,other_name,level,days_apart,effect
        {Items.Aspirin[..8]}*,阿司匹林,=维生素C注射液,维生素C,禁忌,,出血
        {Items.Albumin},人血白蛋白,{Items.Vitamin},维生素C注射液,慎用,2,沉淀

        """));

    private static readonly Rulebook Herbs = Active(("herb_incompatibilities",
        $"item_code,item_name,other_codes,other_name,canon\n{Items.Liquorice},甘草,{Items.Mint},海藻,十八反\n"));

    [Theory]
    [InlineData(Items.Aspirin, Items.Vitamin)]
    [InlineData(Items.Vitamin, Items.Aspirin)]
    public void Two_in_one_call_are_told_once_from_the_side_that_is_written_first(string first, string last)
    {
        var finding = Assert.Single(Inpatient.Male(62).Ordering(Drugs, Ordered.Drug(first), Ordered.Drug(last)).Findings);

        Assert.Equal("【阿司匹林肠溶片】禁止与【维生素C注射液】合用：出血", finding.Message);
        Assert.Equal((Items.Aspirin, Items.Vitamin, Severity.Violation), (finding.Offender!.ItemCode, finding.Counterpart!.ItemCode, finding.Severity));
        Assert.NotNull(finding.Counterpart.OrderId);
    }

    [Theory]
    [InlineData(Items.Aspirin, Items.Vitamin)]
    [InlineData(Items.Vitamin, Items.Aspirin)]
    public void A_signed_order_or_a_charge_of_the_same_day_is_the_counterpart(string there, string ordered)
    {
        Assert.Equal(there, Assert.Single(Inpatient.Male(62).Signed(Ordered.Drug(there, frequency: "qd", days: 3)).Ordering(Drugs, Ordered.Drug(ordered, day: 3)).Findings).Counterpart!.ItemCode);
        Assert.Single(Inpatient.Male(62).Charged(there, 1).Ordering(Drugs, Ordered.Drug(ordered)).Findings);
        Assert.Single(Inpatient.Male(62).Charged(there, 1).Ordering(Drugs, Stage.Verify, Ordered.Drug(ordered)).Findings);
    }

    [Fact]
    public void Days_that_do_not_overlap_are_none() =>
        Assert.Empty(Inpatient.Male(62).Signed(Ordered.Drug(Items.Vitamin, frequency: "qd", days: 3)).Ordering(Drugs, Ordered.Drug(Items.Aspirin, day: 4)).Findings);

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void Days_that_must_lie_between_are_counted(int day, bool found)
    {
        var answer = Inpatient.Male(62).Charged(Items.Vitamin, 1).Ordering(Drugs, Ordered.Drug(Items.Albumin, day));

        Assert.Equal(found, answer.Findings.Count == 1);
        Assert.All(answer.Findings, finding => Assert.Equal((Severity.Reminder, Response.Inform), (finding.Severity, finding.Response)));
    }

    [Fact]
    public void An_infants_drug_does_not_meet_its_mothers()
    {
        var mother = Inpatient.Female(30).GaveBirth("1", Core.Encounters.Sex.Male).Charged(Items.Vitamin, 1);

        Assert.Empty(mother.Ordering(Drugs, Ordered.Drug(Items.Aspirin) with { InfantNo = "1" }).Findings);
    }

    [Fact]
    public void Safety_ships_in_shadow() =>
        Assert.Empty(Inpatient.Male(62).Ordering(
            Rulebook.With(("drug_interactions", $"item_code,other_codes,other_name,level,effect\n{Items.Aspirin},{Items.Vitamin},维生素C,禁忌,出血\n")),
            Ordered.Drug(Items.Aspirin), Ordered.Drug(Items.Vitamin)).Findings);

    [Theory]
    [InlineData(Items.Liquorice, Items.Mint)]
    [InlineData(Items.Mint, Items.Liquorice)]
    public void Incompatible_herbs_of_one_prescription_are_told_once(string first, string last)
    {
        var finding = Assert.Single(Inpatient.Male(62).Ordering(Herbs, Ordered.Piece(first), Ordered.Piece(last)).Findings);

        Assert.Equal("【甘草片】不宜与【薄荷】同用（十八反）", finding.Message);
        Assert.Equal((Items.Liquorice, Items.Mint), (finding.Offender!.ItemCode, finding.Counterpart!.ItemCode));
    }

    [Fact]
    public void A_piece_of_the_same_prescription_that_was_signed_before_is_seen() =>
        Assert.Equal(Items.Mint, Assert.Single(
            Inpatient.Male(62).Signed(Ordered.Piece(Items.Mint)).Ordering(Herbs, Ordered.Piece(Items.Liquorice)).Findings).Counterpart!.ItemCode);

    [Fact]
    public void Another_prescription_is_another_decoction() =>
        Assert.Empty(Inpatient.Male(62).Ordering(Herbs, Ordered.Piece(Items.Mint), Ordered.Piece(Items.Liquorice, prescription: "P2")).Findings);

    private static Rulebook Active((string Kind, string Text) knowledge) => Rulebook.Of(
        Folders.StarterRules()
            .Where(file => file.Text.Contains($"\"knowledge\": \"{knowledge.Kind}\"", StringComparison.Ordinal))
            .Select(file => file with { Text = file.Text.Replace("\"shadow\"", "\"active\"", StringComparison.Ordinal) }),
        knowledge);
}
