using OrderCheck.Ledger.Relay;
using OrderCheck.Ledger.Tests.Places;
using Xunit;

namespace OrderCheck.Ledger.Tests.Contract;

/// <summary>Shown ids, dispositions on their way to the bureau, and what the bureau said too late.</summary>
public abstract class RelayContract(Func<StorePlace> makePlace) : StoreContract(makePlace)
{
    private const string Hospital = "H31010400001";
    private static readonly DateTimeOffset Now = Units.Morning;
    private static readonly DateTimeOffset Lease = Now.AddMinutes(1);
    private static readonly ToldDisposition Continued = new(Hospital, "JR0001", "1", "1", "病情需要", "{\"infno\":\"3103\"}");
    private static readonly ToldDisposition Returned = Continued with { BureauId = "JR0002", Way = "2", Reason = "" };

    private IRelayStore Relay => Store.Relay;

    [Fact]
    public async Task A_shown_id_leads_to_all_of_the_bureaus_that_it_stands_for()
    {
        await Relay.KeepIdsAsync(Hospital, [new("OC1-0", "JR2"), new("OC1-0", "JR1"), new("OC1-1", "JR3")], Now);
        await Relay.KeepIdsAsync(Hospital, [new("OC1-0", "JR1")], Now.AddHours(1));
        await Relay.KeepIdsAsync("H2", [new("OC1-0", "JR9")], Now);
        await Relay.KeepIdsAsync(Hospital, [], Now);
        Assert.Equal([new("OC1-0", "JR1"), new("OC1-0", "JR2")], await Relay.FindIdsAsync(Hospital, ["OC1-0", "JR7"], Cancellation));
        Assert.Empty(await Relay.FindIdsAsync(Hospital, ["JR7"], Cancellation));
        Assert.Empty(await Relay.FindIdsAsync(Hospital, [], Cancellation));
    }

    [Fact]
    public async Task A_disposition_waits_until_the_bureau_has_answered()
    {
        Assert.Equal(2, await Relay.KeepDispositionsAsync([Continued, Returned], Now));
        Assert.Equal(new DispositionBacklog(2, Now), await Relay.ReadBacklogAsync(Cancellation));
        var due = await Relay.ClaimDispositionsAsync(Now, Lease, 10);
        Assert.Equal([Continued, Returned], due.Select(one => one.Told));
        Assert.All(due, one => Assert.Equal((Now, 0, 1), (one.ToldAt, one.Attempts, one.Revision)));
        await Relay.SettleAsync([due[0]], DispositionOutcome.Acknowledged);
        await Relay.SettleAsync([due[1]], DispositionOutcome.Refused);
        Assert.Equal(new DispositionBacklog(0, null), await Relay.ReadBacklogAsync(Cancellation));
        Assert.Empty(await Relay.ClaimDispositionsAsync(Now.AddDays(1), Now.AddDays(2), 10));
    }

    [Fact]
    public async Task What_the_bureau_has_yet_to_answer_is_listed_without_rows_until_it_is_marked()
    {
        var number = await Relay.AwaitLateAsync(Hospital, "ZY1", Now);
        await Relay.KeepLateAsync(Hospital, "ZY1", "[]"u8.ToArray(), Now);
        var listed = await Relay.ListLateAsync(Hospital, ["ZY1"], Now, Cancellation);
        Assert.Equal([(number, true), (number + 1, false)], listed.Select(one => (one.Number, one.Rows.IsEmpty)));
        await Relay.MarkDeliveredAsync([number], Now);
        Assert.Equal(number + 1, Assert.Single(await Relay.ListLateAsync(Hospital, ["ZY1"], Now, Cancellation)).Number);
    }

    [Fact]
    public async Task The_same_disposition_again_is_not_sent_again_and_another_one_is()
    {
        await Relay.KeepDispositionsAsync([Continued], Now);
        await Relay.SettleAsync(await Relay.ClaimDispositionsAsync(Now, Lease, 10), DispositionOutcome.Acknowledged);
        Assert.Equal(0, await Relay.KeepDispositionsAsync([Continued with { Envelope = "{\"infno\":\"3103\",\"msgid\":\"2\"}" }], Now.AddMinutes(1)));
        Assert.Empty(await Relay.ClaimDispositionsAsync(Now.AddMinutes(1), Lease, 10));
        var otherwise = Continued with { Way = "2", Reason = "" };
        Assert.Equal(1, await Relay.KeepDispositionsAsync([otherwise], Now.AddMinutes(2)));
        var due = Assert.Single(await Relay.ClaimDispositionsAsync(Now.AddMinutes(2), Lease.AddMinutes(5), 10));
        Assert.Equal((otherwise, 2), (due.Told, due.Revision));
    }

    [Fact]
    public async Task An_answer_to_what_the_user_has_changed_meanwhile_settles_nothing()
    {
        await Relay.KeepDispositionsAsync([Continued], Now);
        var earlier = await Relay.ClaimDispositionsAsync(Now, Lease, 10);
        await Relay.KeepDispositionsAsync([Continued with { Reason = "已签自费同意书" }], Now.AddSeconds(1));
        await Relay.SettleAsync(earlier, DispositionOutcome.Acknowledged);
        await Relay.PostponeAsync(earlier, Now.AddHours(1));
        Assert.Equal("已签自费同意书", Assert.Single(await Relay.ClaimDispositionsAsync(Now.AddSeconds(2), Lease, 10)).Told.Reason);
    }

    [Fact]
    public async Task What_one_process_has_taken_no_other_gets_before_the_time_is_over()
    {
        await Relay.KeepDispositionsAsync([.. Enumerable.Range(0, 40).Select(n => Continued with { BureauId = $"JR{n:000}" })], Now);
        var second = await Place.OpenAsync();
        var taken = await Task.WhenAll(
            Relay.ClaimDispositionsAsync(Now, Lease, 25), second.Relay.ClaimDispositionsAsync(Now, Lease, 25));
        var ids = taken.SelectMany(part => part).Select(one => one.Told.BureauId).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        ids.AddRange((await Relay.ClaimDispositionsAsync(Now, Lease, 50)).Select(one => one.Told.BureauId));
        Assert.Equal(40, ids.Distinct().Count());
        Assert.Empty(await second.Relay.ClaimDispositionsAsync(Lease.AddTicks(-10), Lease.AddMinutes(1), 50));
        Assert.Equal(40, (await second.Relay.ClaimDispositionsAsync(Lease, Lease.AddMinutes(1), 50)).Count);
    }

    [Fact]
    public async Task A_postponed_disposition_is_due_again_at_its_time_and_survives_a_restart()
    {
        await Relay.KeepDispositionsAsync([Continued], Now);
        await Relay.PostponeAsync(await Relay.ClaimDispositionsAsync(Now, Lease, 10), Now.AddSeconds(5));
        await Store.DisposeAsync();
        var restarted = await Place.OpenAsync();
        Assert.Empty(await restarted.Relay.ClaimDispositionsAsync(Now.AddSeconds(4), Lease, 10));
        Assert.Equal(1, Assert.Single(await restarted.Relay.ClaimDispositionsAsync(Now.AddSeconds(5), Lease, 10)).Attempts);
    }

    [Fact]
    public async Task Late_rows_are_delivered_once_to_their_visit_unless_they_are_old()
    {
        byte[] rows = [.. "[{\"jr_id\":\"JR1\"}]"u8];
        await Relay.KeepLateAsync(Hospital, "ZY1", rows, Now);
        await Relay.KeepLateAsync(Hospital, "ZY2", rows, Now.AddHours(-30));
        await Relay.KeepLateAsync("H2", "ZY1", rows, Now);
        var late = Assert.Single(await Relay.ListLateAsync(Hospital, ["ZY1", "ZY2"], Now.AddDays(-1), Cancellation));
        Assert.Equal(("ZY1", Now), (late.VisitNumber, late.ArrivedAt));
        Assert.Equal(rows, late.Rows.ToArray());
        Assert.Empty(await Relay.ListLateAsync(Hospital, [], Now.AddDays(-1), Cancellation));
        await Relay.MarkDeliveredAsync([late.Number], Now.AddMinutes(1));
        Assert.Empty(await Relay.ListLateAsync(Hospital, ["ZY1"], Now.AddDays(-1), Cancellation));
    }

    [Fact]
    public async Task What_is_old_is_forgotten_but_for_dispositions_that_wait()
    {
        await Relay.KeepIdsAsync(Hospital, [new("OC1-0", "JR1")], Now);
        await Relay.KeepLateAsync(Hospital, "ZY1", new byte[] { 1 }, Now);
        await Relay.KeepDispositionsAsync([Continued, Returned], Now);
        await Relay.SettleAsync([(await Relay.ClaimDispositionsAsync(Now, Lease, 1))[0]], DispositionOutcome.GivenUp);
        Assert.Equal(0, await Relay.ForgetAsync(Now));
        Assert.Equal(3, await Relay.ForgetAsync(Now.AddMinutes(1)));
        Assert.Equal(1, (await Relay.ReadBacklogAsync(Cancellation)).Waiting);
    }
}
