using OrderCheck.Core.Amounts;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Settlement;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>What the cases beside the rules do not show of settlement lists.</summary>
public sealed class SettlementListTests
{
    private static readonly Rulebook Sums = Rulebook.With(("settlement_checks", "check,tolerance\n金额,0.01\n明细合计,0.000001\n"));

    [Theory]
    [InlineData("99.98", true)]
    [InlineData("99.99", false)]
    [InlineData("100.01", false)]
    [InlineData("100.010001", true)]
    public void A_sum_may_differ_by_the_tolerance_and_not_by_a_millionth_more(string category, bool speaks) =>
        Assert.Equal(speaks, Told(Listing(total: "100", category).Auditing(Sums)).Contains("settlement-list-sums"));

    [Theory]
    [InlineData("10.000001", false)]
    [InlineData("10.000002", true)]
    public void The_total_is_compared_with_the_charges_to_the_millionth(string total, bool speaks)
    {
        var patient = Listing(total, total).Charged(Billed.Line(Items.Nursing, 1, When.Day(1)) with { UnitPrice = Money.FromYuan(10), Amount = Money.FromYuan(10) });

        Assert.Equal(speaks, Told(patient.Auditing(Sums)).Contains("settlement-total-against-charges"));
    }

    [Fact]
    public void The_list_is_kept_as_it_was_last_told_whatever_order_the_reports_came_in()
    {
        var late = new SettlementListReported(List("2", "2")) { Id = "list-2", OccurredAt = When.Day(3) };
        var early = new SettlementListReported(List("1", "1")) { Id = "list-1", OccurredAt = When.Day(2) };

        Assert.Equal(late.List, Inpatient.Male(50).With(late).With(early).State.Stay.SettlementList);
        Assert.Equal(late.List, Inpatient.Male(50).With(early).With(late).State.Stay.SettlementList);
    }

    [Fact]
    public void A_higher_revision_corrects_a_list_and_a_withdrawn_one_is_none()
    {
        var listed = Listing("100", "100");
        var corrected = new SettlementListReported(List("90", "90")) { Id = "list", Revision = 1, OccurredAt = When.Day(2) };

        Assert.Equal(corrected.List, listed.With(corrected).State.Stay.SettlementList);
        Assert.Null(listed.With(corrected with { List = corrected.List with { Withdrawn = true } }).State.Stay.SettlementList);
    }

    [Fact]
    public void Nothing_of_a_list_is_asked_when_orders_and_charges_are_judged()
    {
        var wrong = Listing("100", "1");

        Assert.Empty(wrong.Ordering(Sums, Ordered.Drug(Items.Aspirin)).Findings);
        Assert.Empty(wrong.Ordering(Sums, Ordered.Drug(Items.Aspirin)).Blind);
        Assert.DoesNotContain("settlement-list-sums", Told(wrong.Charging(Sums, Billed.Line(Items.Nursing, 1, When.Day(3)))));
    }

    [Fact]
    public void An_upload_counts_from_when_it_was_first_sent_also_if_that_is_reported_later()
    {
        var rules = Rulebook.With(("upload_limits", "hours,measured_by\n24,上传\n"));
        var charge = Billed.Line(Items.Nursing, 1, When.Day(1, 9));
        var again = Inpatient.Male(50).Charged(charge).With(new ChargesUploaded([charge.Id]) { Id = "u2", OccurredAt = When.Day(5) });

        Assert.Contains("charges-uploaded-late", Told(again.Auditing(rules)));
        Assert.DoesNotContain("charges-uploaded-late", Told(again.With(new ChargesUploaded([charge.Id]) { Id = "u1", OccurredAt = When.Day(2, 9) }).Auditing(rules)));
    }

    [Fact]
    public void A_charge_nobody_knows_may_be_uploaded()
    {
        var patient = Inpatient.Male(50).With(new ChargesUploaded(["unknown"]) { Id = "u1", OccurredAt = When.Day(2) });

        Assert.Empty(patient.Auditing(Rulebook.With(("upload_limits", "hours,measured_by\n24,上传\n"))).Findings);
    }

    private static Inpatient Listing(string total, string category) =>
        Inpatient.Male(50).With(new SettlementListReported(List(total, category)) { Id = "list", OccurredAt = When.Day(2) });

    private static SettlementList List(string total, string category) => new()
    {
        Patient = new ListedPatient(),
        Stay = new ListedStay(),
        Money = new ListedMoney { Total = Yuan(total) },
        Categories = [new ListedCategory("07", Yuan(category))],
    };

    private static Money Yuan(string text) => Money.TryParse(text, out var money) ? money : throw new ArgumentException(text);

    private static List<string> Told(CheckAnswer answer) => [.. answer.Findings.Select(finding => finding.Rule)];
}
