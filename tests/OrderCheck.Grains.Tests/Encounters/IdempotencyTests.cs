using OrderCheck.Core.Amounts;
using OrderCheck.Grains.Encounters;
using OrderCheck.Grains.Tests.Clusters;
using OrderCheck.Grains.Tests.Releases;

namespace OrderCheck.Grains.Tests.Encounters;

public sealed class IdempotencyTests
{
    [Fact]
    public async Task The_same_request_gets_the_same_answer_also_after_a_restart()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        var first = await patient.RequestAsync("post", Case.Charge("c1", Rulebook.ForWomen, 1, 10));

        var again = await patient.RequestAsync("post", Case.Charge("c1", Rulebook.ForWomen, 1, 10));
        await ward.RestartAsync();
        var afterRestart = await patient.RequestAsync("post", Case.Charge("c1", Rulebook.ForWomen, 1, 10));

        Assert.Equal(1, first.Recorded);
        Assert.Single(first.Findings);
        Assert.Equal(Same(first), Same(again));
        Assert.Equal(Same(first), Same(afterRestart));
        Assert.Equal(Money.FromYuan(10), await patient.TotalAsync());
    }

    [Fact]
    public async Task A_request_id_used_for_something_else_is_refused_by_name()
    {
        await using var ward = await Ward.OpenAsync();
        var patient = new Case(ward, "V1");
        await patient.RequestAsync("post", Case.Charge("c1", Rulebook.Bed, 1, 10));

        var conflict = await Assert.ThrowsAsync<ConflictException>(() => patient.RequestAsync("post", Case.Charge("c2", Rulebook.Bed, 1, 10)));

        Assert.Equal(("request", "post"), (conflict.Kind, conflict.Id));
    }

    [Fact]
    public async Task A_charge_id_with_other_content_is_refused_by_name_and_nothing_of_the_call_is_written()
    {
        await using var ward = await Ward.OpenAsync();
        var patient = new Case(ward, "V1");
        await patient.WriteAsync(Case.Charge("c1", Rulebook.Bed, 1, 10));

        var conflict = await Assert.ThrowsAsync<ConflictException>(() => patient.WriteAsync(
            Case.Charge("c2", Rulebook.Bed, 1, 10), Case.Charge("c1", Rulebook.Bed, 2, 10)));

        Assert.Equal(("charge", "c1"), (conflict.Kind, conflict.Id));
        Assert.Equal(Money.FromYuan(10), await patient.TotalAsync());
    }

    [Fact]
    public async Task Lines_that_were_recorded_before_are_listed_and_the_others_recorded()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        var patient = new Case(ward, "V1");
        await patient.WriteAsync(Case.Charge("c1", Rulebook.Bed, 1, 10));

        var receipt = await patient.WriteAsync(Case.Charge("c1", Rulebook.Bed, 1, 10), Case.Charge("c2", Rulebook.Bed, 1, 10));

        Assert.Equal(["c1"], receipt.AlreadyRecorded);
        Assert.Equal(1, receipt.Recorded);
        Assert.Equal(Money.FromYuan(20), await patient.TotalAsync());
    }

    [Fact]
    public async Task A_higher_revision_supersedes_a_lower_one_is_ignored_and_the_same_with_other_content_is_refused()
    {
        await using var ward = await Ward.OpenAsync();
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        await patient.WriteAsync(Case.Signed(Case.Order("o1", Rulebook.Bed, revision: 1)));

        var higher = await patient.WriteAsync(Case.Signed(Case.Order("o1", Rulebook.ForWomen, revision: 2)));
        var lower = await patient.WriteAsync(Case.Signed(Case.Order("o1", Rulebook.Bed, revision: 1)));
        var conflict = await Assert.ThrowsAsync<ConflictException>(() => patient.WriteAsync(Case.Signed(Case.Order("o1", Rulebook.Bed, revision: 2))));

        Assert.Equal(1, higher.Recorded);
        Assert.Equal((0, "o1"), (lower.Recorded, Assert.Single(lower.IgnoredLowerRevision)));
        Assert.Equal(("order", "o1"), (conflict.Kind, conflict.Id));
        Assert.Equal(1, (await patient.DescribeAsync())!.ActiveOrders);
    }

    [Fact]
    public async Task A_charge_is_never_revised()
    {
        await using var ward = await Ward.OpenAsync();
        var patient = new Case(ward, "V1");

        var refused = await Assert.ThrowsAsync<RefusedException>(() => patient.WriteAsync(Case.Charge("c1", Rulebook.Bed, 1, 10) with { Revision = 1 }));

        Assert.Equal("charges[0].revision", refused.Field);
    }

    private static string Same(Core.Checks.WriteReceipt receipt) =>
        $"{receipt.LedgerSequence} {receipt.Recorded} {receipt.CheckId} {receipt.State} {string.Join(',', receipt.Findings.Select(finding => finding.Key))}";
}
