using OrderCheck.Core.Amounts;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>大处方 and 超量: pieces and grams of a prescription, and of a piece in a day's set.</summary>
public sealed class HerbPrescriptionTests
{
    private static readonly Rulebook Dose = Rulebook.With(("herb_doses", $"item_code,max_grams\n{Items.Mint},6\n"));

    [Theory]
    [InlineData(60, null)]
    [InlineData(65, "【薄荷】每剂6.5g，多于每日最大用量6g")]
    public void A_piece_has_its_largest_dose(int decigrams, string? message) =>
        Assert.Equal(message, Inpatient.Male(62).Ordering(Dose, Ordered.Piece(Items.Mint, decigrams / 10m)).Findings.SingleOrDefault()?.Message);

    [Fact]
    public void The_same_piece_twice_in_a_prescription_is_added_up_but_not_another_prescriptions()
    {
        Assert.Equal(2, Inpatient.Male(62).Ordering(Dose, Ordered.Piece(Items.Mint, 4), Ordered.Piece(Items.Mint, 3)).Findings.Sum(finding => 1 + finding.AlsoOrderIds.Count));
        Assert.Empty(Inpatient.Male(62).Ordering(Dose, Ordered.Piece(Items.Mint, 4), Ordered.Piece(Items.Mint, 3, prescription: "P2")).Findings);
        Assert.Single(Inpatient.Male(62).Signed(Ordered.Piece(Items.Mint, 4)).Ordering(Dose, Ordered.Piece(Items.Mint, 3)).Findings);
    }

    [Fact]
    public void Milligrams_are_weighed_a_dose_by_number_cannot_be()
    {
        var piece = Ordered.Piece(Items.Mint);

        Assert.Empty(Inpatient.Male(62).Ordering(Dose, piece with { Dose = new Quantity(6000, "mg") }).Findings);
        Assert.Equal(["prescription.GramsOfItem"], Inpatient.Male(62).Ordering(Dose, piece with { Dose = new Quantity(3, "枚") }).Findings
            .Single(finding => finding.Rule == "too-much-of-a-piece").MissingInputs);
    }

    [Theory]
    [InlineData("2,,", null)]
    [InlineData("1,,", "本处方共2味饮片，多于1味")]
    [InlineData(",20,", null)]
    [InlineData(",19.9,", "本处方每剂共20g，多于19.9g")]
    [InlineData(",,140", null)]
    [InlineData(",,139", "本处方全部剂数共140g，多于139g")]
    public void A_prescription_has_its_largest_size_and_is_told_once(string limits, string? message)
    {
        var rules = Rulebook.With(("herb_prescription_limits", $"item_code,max_pieces,max_grams_per_set,max_grams\nT00*,{limits}\n"));

        var answer = Inpatient.Male(62).Ordering(rules, Ordered.Piece(Items.Mint), Ordered.Piece(Items.Liquorice));

        Assert.Equal(message, answer.Findings.SingleOrDefault()?.Message);
    }

    [Fact]
    public void A_prescription_that_has_grown_since_it_was_decided_about_is_told_again()
    {
        var rules = Rulebook.With(("herb_prescription_limits", "item_code,max_pieces,max_grams_per_set,max_grams\nT00*,1,,\n"));
        Core.Orders.Order[] two = [Ordered.Piece(Items.Mint), Ordered.Piece(Items.Liquorice)];
        var decided = Inpatient.Male(62).Decided(Assert.Single(Inpatient.Male(62).Ordering(rules, two).Findings), Core.Findings.DecisionKind.Overridden);

        Assert.True(Assert.Single(decided.Ordering(rules, two).Findings).Folded);
        Assert.False(Assert.Single(decided.Ordering(rules, [.. two, Ordered.Piece(Items.Ginseng)]).Findings).Folded);
    }

    [Fact]
    public void Two_large_prescriptions_are_two()
    {
        var rules = Rulebook.With(("herb_prescription_limits", "item_code,max_pieces,max_grams_per_set,max_grams\nT00*,1,,\n"));
        var answer = Inpatient.Male(62).Ordering(
            rules, Ordered.Piece(Items.Mint), Ordered.Piece(Items.Liquorice), Ordered.Piece(Items.Mint, prescription: "P2"), Ordered.Piece(Items.Ginseng, prescription: "P2"));

        Assert.Equal(2, answer.Findings.Sum(finding => 1 + finding.AlsoOrderIds.Count));
    }

    [Fact]
    public void Sets_that_are_not_known_leave_the_whole_undetermined_which_is_counted_and_not_shown()
    {
        var rules = Rulebook.With(("herb_prescription_limits", "item_code,max_pieces,max_grams_per_set,max_grams\nT00*,,,139\n"));

        var answer = Inpatient.Male(62).Ordering(rules, Ordered.Piece(Items.Mint) with { Quantity = null });

        Assert.Contains(answer.Blind, blind => (blind.Rule, blind.Input) == ("too-many-grams-in-all", "prescription.Grams"));
        Assert.DoesNotContain(answer.Findings, finding => finding.Rule == "too-many-grams-in-all");
    }
}
