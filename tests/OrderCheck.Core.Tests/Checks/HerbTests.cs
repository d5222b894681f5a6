using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>中药饮片: never payable, or not where a prescription has nothing but such pieces.</summary>
public sealed class HerbTests
{
    private static readonly Rulebook Rules = Rulebook.With(
        ("not_payable", $"item_code,mode\n{Items.Mint},单方\n{Items.Liquorice},单方\n{Items.Ginseng},单复方\n"));

    [Fact]
    public void A_piece_that_is_never_payable_is_found_in_any_company() =>
        Assert.Equal(
            ["piece-never-payable"],
            Inpatient.Male(62).Ordering(Rules, Ordered.Piece(Items.Ginseng), Ordered.Piece(Items.Mint)).Findings.Select(finding => finding.Rule));

    [Fact]
    public void A_listed_piece_alone_is_not_payable() =>
        Assert.Equal("piece-not-payable-alone", Assert.Single(Inpatient.Male(62).Ordering(Rules, Ordered.Piece(Items.Mint)).Findings).Rule);

    [Fact]
    public void A_prescription_of_listed_pieces_only_is_not_payable() =>
        Assert.Equal(2, Inpatient.Male(62).Ordering(Rules, Ordered.Piece(Items.Mint), Ordered.Piece(Items.Liquorice)).Findings.Count);

    [Fact]
    public void Another_prescriptions_piece_is_no_company() =>
        Assert.Equal(2, Inpatient.Male(62).Ordering(
            Rules, Ordered.Piece(Items.Mint), Ordered.Piece(Items.Ginseng, prescription: "P2")).Findings.Count);

    [Fact]
    public void A_piece_signed_before_is_company_of_the_same_prescription() =>
        Assert.Empty(Inpatient.Male(62).Signed(Ordered.Piece(Items.Ginseng)).Ordering(Rules, Ordered.Piece(Items.Mint)).Findings);

    [Fact]
    public void A_charge_knows_its_prescription_by_its_order()
    {
        var mint = Ordered.Piece(Items.Mint);
        var alone = Inpatient.Male(62).Signed(mint);
        var charge = Billed.Line(Items.Mint, 70, When.Day(1), 0.12m, mint.Id);

        Assert.Equal("piece-not-payable-alone", Assert.Single(alone.Charging(Rules, charge).Findings).Rule);
        Assert.Empty(alone.Signed(Ordered.Piece(Items.Ginseng)).Charging(Rules, charge).Findings);
    }

    [Fact]
    public void Without_its_order_a_charged_piece_is_undetermined()
    {
        var answer = Inpatient.Male(62).Charging(Rules, Billed.Line(Items.Mint, 70, When.Day(1), 0.12m));

        Assert.True(Assert.Single(answer.Findings).Undetermined);
        Assert.Equal(["prescription.OnlyListedPieces"], answer.Findings[0].MissingInputs);
    }

    [Fact]
    public void A_set_is_a_days_use()
    {
        var rules = Rulebook.With(("frequency_limits", $"item_code,max_quantity,unit,window,period_days\n{Items.Mint},10,g,单日,\n"));

        Assert.Empty(Inpatient.Male(62).Ordering(rules, Ordered.Piece(Items.Mint, grams: 10)).Findings);
        Assert.Single(Inpatient.Male(62).Ordering(rules, Ordered.Piece(Items.Mint, grams: 11)).Findings);
    }
}
