using OrderCheck.Core.Findings;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>A sum whose known part breaks the limit breaks it, whatever the rest is; one whose known part does not is undetermined.</summary>
public sealed class KnownPartTests
{
    private const string Columns = "item_code,max_quantity,unit,window,period_days,measure,per,per_item,per_item_name,combined_items,combined_name\n";

    /// <summary>Of 普通针刺 and 一项没有价格的护理 together at most 100 yuan a day.</summary>
    private static readonly Rulebook Together = Rulebook.With(
        ("frequency_limits", $"{Columns}{Items.Acupuncture},100,,单日,,金额,,,,{Items.Clopidogrel},合计\n"));

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void A_sum_with_an_unknown_price_is_broken_by_the_rest_alone(int times, bool broken)
    {
        // 30 yuan each; nobody knows the price of the other.
        var unpriced = Ordered.Drug(Items.Clopidogrel, frequency: "qd", days: 1);

        var finding = Inpatient.Male(62).Signed(unpriced).Ordering(Together, Ordered.Service(Items.Acupuncture, quantity: times)).Findings
            .Single(found => found.Offender!.ItemCode == Items.Acupuncture);

        Assert.Equal(!broken, finding.Undetermined);
        Assert.Equal(broken ? Severity.Violation : Severity.Reminder, finding.Severity);
        Assert.True(!broken || finding.Message.EndsWith("含本次已达120元（另有数量、剂量或金额不明的，未计入）", StringComparison.Ordinal), finding.Message);
        Assert.Equal(broken ? [] : ["use.OnDay"], finding.MissingInputs);
    }

    [Theory]
    [InlineData(50, true)]
    [InlineData(40, false)]
    public void Pieces_of_unknown_weight_are_left_out_of_a_prescription_that_the_others_make_too_heavy(int grams, bool broken)
    {
        var rules = Rulebook.With(("herb_prescription_limits", "item_code,max_pieces,max_grams_per_set,max_grams\nT00*,,40,\n"));

        var answer = Inpatient.Male(62).Ordering(
            rules, Ordered.Piece(Items.Mint, grams), Ordered.Piece(Items.Liquorice) with { Dose = new(1, "把") });

        Assert.Equal(broken, answer.Findings.Any(finding => finding is { Rule: "too-many-grams-a-set", Undetermined: false }));
        // What cannot be told is counted, no card says so.
        Assert.DoesNotContain(answer.Findings, finding => finding is { Rule: "too-many-grams-a-set", Undetermined: true });
        Assert.Equal(broken, answer.Blind.All(blind => blind.Rule != "too-many-grams-a-set"));
    }
}
