using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Orders;
using OrderCheck.Grains.Encounters;
using OrderCheck.Grains.Findings;
using OrderCheck.Grains.Tests.Clusters;
using OrderCheck.Grains.Tests.Encounters;
using OrderCheck.Grains.Tests.Releases;

namespace OrderCheck.Grains.Tests.Findings;

/// <summary>The day a hospital goes live with long histories: nobody here decided them, so they fill no doctor's list.</summary>
public sealed class EarlierLinesTests
{
    private const int Long = 700;

    [Fact]
    public async Task Lines_of_before_the_first_question_are_one_line_for_the_office_and_later_ones_their_doctors()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        await TellAsync(ward, Line("old1", days: -2), Line("old2", days: -1), Line("now", days: 0));
        await KeptAsync(ward, 3);

        var row = Assert.Single(await OfficeAsync(ward));
        var told = Assert.Single(row.Answer.Findings);
        Assert.Equal(EarlierLines.Rule, told.Rule);
        Assert.Contains("已有的2条明细中，2条有提示", told.Message, StringComparison.Ordinal);
        Assert.Equal(["now"], OrdersOf(Assert.Single(await DoctorsAsync(ward)).Answer));
        // Line by line it is on record, under the id that the office's line names.
        var whole = await ward.Encounters.GetCheckAsync(Ward.His, row.Answer.CheckId, TestContext.Current.CancellationToken);
        Assert.Equal(["old1", "old2"], OrdersOf(whole!).Order());

        await TellAsync(ward, Line("never asked", days: 0) with { Doctor = "doc2" }, Line("told at last", days: -3));
        await KeptAsync(ward, 5);
        Assert.Equal(["never asked"], OrdersOf((await DoctorsAsync(ward))[^1].Answer));
        Assert.Equal(2, (await OfficeAsync(ward)).Count);
    }

    [Fact]
    public async Task A_stay_of_many_hundred_lines_brings_a_few_lines_not_hundreds()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        await TellAsync(ward, [.. Enumerable.Range(0, Long).Select(n => Line($"h{n}", days: -1))]);
        await KeptAsync(ward, Long);

        Assert.Empty(await DoctorsAsync(ward));
        var lines = await OfficeAsync(ward);
        Assert.InRange(lines.Count, 1, 2);
        Assert.All(lines, static line => Assert.Single(line.Answer.Findings));
    }

    [Fact]
    public async Task Told_while_no_release_was_live_they_are_judged_later_in_the_same_way()
    {
        await using var ward = await Ward.OpenAsync();
        await TellAsync(ward, Line("old1", days: -2), Line("now", days: 0));
        await KeptAsync(ward, 2);

        ward.Swap(Rulebook.Release());
        var late = await ward.UntilAsync(() => DoctorsAsync(ward), static page => page.Count > 0, "a late judgement");

        Assert.Equal(["now"], OrdersOf(Assert.Single(late).Answer));
        Assert.Contains("已有的1条明细", Assert.Single(Assert.Single(await OfficeAsync(ward)).Answer.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_HIS_signs_itself_is_its_doctors_however_long_ago_it_began()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();

        await patient.WriteAsync(Case.Signed(Line("o1", days: -2)));

        Assert.Equal(["o1"], OrdersOf(Assert.Single(await DoctorsAsync(ward)).Answer));
        Assert.Empty(await OfficeAsync(ward));
    }

    [Fact]
    public async Task An_order_that_was_told_first_and_edited_is_signed_by_the_HIS_in_its_own_numbers()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        await TellAsync(ward, Line("o1", days: 0));
        await KeptAsync(ward, 1);
        await TellAsync(ward, Line("o1", days: 0) with { Quantity = new Core.Amounts.Quantity(2, "次") });
        await ward.UntilAsync(() => ward.FactsAsync("V1"), static facts => facts.Count(static one => one.Fact is OrderSigned) == 2, "the edited line");
        var patient = new Case(ward, "V1");

        foreach (var revision in (int[])[0, 1])
        {
            var signed = Line("o1", days: 0) with { Revision = revision, Quantity = new Core.Amounts.Quantity(3 + revision, "次") };
            Assert.Equal(1, (await patient.WriteAsync(Case.Signed(signed))).Recorded);
        }
        await ward.RestartAsync();

        Assert.Equal(1, (await patient.DescribeAsync())!.ActiveOrders);
        Assert.Equal(1, (await ward.FactsAsync("V1")).Select(static one => one.Fact).OfType<OrderSigned>().Last().Revision);
    }

    private static Order Line(string id, int days) => Case.Order(id, Rulebook.ForWomen) with { StartAt = Ward.Morning.AddDays(days) };

    private static IEnumerable<string> OrdersOf(CheckAnswer answer) => answer.Findings.SelectMany(static finding =>
        (string[])[finding.Offender!.OrderId!, .. finding.AlsoOrderIds, .. finding.Also.Select(static also => also.Offender!.OrderId!)]).Distinct();

    private static Task<IReadOnlyList<CheckAnswer>> TellAsync(Ward ward, params Order[] lines) => ward.Encounters.CheckReportedAsync(
        Ward.His, "V1", new ReportedCheck(new ReportedEncounter { Stay = Case.Admit().Stay, AdmittedAt = Ward.Morning.AddDays(-5), Orders = lines }, [], [Stage.Order]),
        TestContext.Current.CancellationToken);

    private static Task<EncounterDescription?> KeptAsync(Ward ward, int orders) =>
        ward.UntilAsync(() => new Case(ward, "V1").DescribeAsync(), description => description?.ActiveOrders == orders, $"{orders} orders to be kept");

    private static async Task<IReadOnlyList<LateJudgement>> OfficeAsync(Ward ward) =>
        (await ward.Encounters.ListWorkAsync(Ward.His with { Role = Role.Officer, Person = "p" }, new(null, null), 0, 0, TestContext.Current.CancellationToken)).Entries;

    private static async Task<IReadOnlyList<LateJudgement>> DoctorsAsync(Ward ward)
    {
        var entries = new List<LateJudgement>();
        foreach (var doctor in (string[])["doc1", "doc2"])
            entries.AddRange((await ward.Encounters.ListLateAsync(Ward.His with { Role = Role.Doctor, Person = doctor }, null, 0, 0, TestContext.Current.CancellationToken)).Entries);
        return entries;
    }
}
