using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Ledger.Tests.Places;
using Xunit;

namespace OrderCheck.Ledger.Tests.Contract;

/// <summary>What is appended is there, once, for ever.</summary>
public abstract class AppendContract(Func<StorePlace> makePlace) : StoreContract(makePlace)
{
    [Fact]
    public async Task An_encounter_has_one_number_however_often_it_is_opened()
    {
        Assert.Equal(Encounter, await Ledger.OpenEncounterAsync(Stay, Cancellation));
        Assert.Equal(Encounter, await Ledger.FindEncounterAsync(Stay, Cancellation));
        Assert.NotEqual(Encounter, await Ledger.OpenEncounterAsync(Stay with { Hospital = "H31010400002" }, Cancellation));
        Assert.Null(await Ledger.FindEncounterAsync(Stay with { VisitNumber = "never seen" }, Cancellation));
    }

    [Fact]
    public async Task Replay_gives_back_what_was_appended_in_order()
    {
        await AppendAsync(Units.Signed("O1"), Units.Charge("C1"));
        await AppendAsync(Units.Charge("C2", 0.000001m));
        var replay = await ReplayAsync(Store, Encounter);
        Assert.Equal([1, 2, 3], replay.Select(fact => fact.Sequence));
        Assert.Equal([Units.Signed("O1"), Units.Charge("C1"), Units.Charge("C2", 0.000001m)], replay.Select(fact => fact.Fact));
        Assert.All(replay, fact => Assert.Equal(Units.His, fact.By));
        Assert.All(replay, fact => Assert.Equal(Units.Morning.AddMinutes(1), fact.RecordedAt));
        Assert.Equal([3], (await ReplayAsync(Store, Encounter, after: 2)).Select(fact => fact.Sequence));
    }

    [Fact]
    public async Task Replay_of_more_than_a_page_has_no_gap_and_nothing_twice()
    {
        await AppendAsync([.. Enumerable.Range(0, 2500).Select(i => Units.Charge($"C{i}"))]);
        var replay = await ReplayAsync(Store, Encounter);
        Assert.Equal(Enumerable.Range(1, 2500).Select(i => (long)i), replay.Select(fact => fact.Sequence));
        Assert.Equal(2500, replay.Select(fact => fact.Fact.Id).Distinct().Count());
    }

    [Fact]
    public async Task The_head_is_that_of_the_last_unit()
    {
        Assert.Equal(0, (await Ledger.ReadHeadAsync(Encounter, Cancellation)).Sequence);
        var appended = await AppendAsync(Units.Charge("C1"), Units.Charge("C2"));
        var head = await Ledger.ReadHeadAsync(Encounter, Cancellation);
        Assert.Equal(AppendStatus.Appended, appended.Status);
        Assert.Equal(2, head.Sequence);
        Assert.Equal(appended.Head!.Hash.ToArray(), head.Hash.ToArray());
    }

    [Fact]
    public async Task The_same_request_id_writes_nothing_and_its_first_answer_is_kept()
    {
        var first = Units.Request("r1", Encounter, Empty, Units.Charge("C1"));
        await Ledger.AppendAsync(first);
        var head = await Ledger.ReadHeadAsync(Encounter, Cancellation);
        var again = await Ledger.AppendAsync(Units.Request("r1", Encounter, head, Units.Charge("C2")));
        Assert.Equal(AppendStatus.RequestRepeated, again.Status);
        Assert.Single(await ReplayAsync(Store, Encounter));
        var answer = await Ledger.FindAnswerAsync(Encounter, "r1", Cancellation);
        Assert.Equal(first.Answer.ToArray(), answer!.Answer.ToArray());
        Assert.Equal(first.RequestHash.ToArray(), answer.RequestHash.ToArray());
        Assert.Null(await Ledger.FindAnswerAsync(Encounter, "r2", Cancellation));
    }

    [Fact]
    public async Task The_same_id_is_refused_also_when_it_occurred_in_another_month()
    {
        await AppendAsync(Units.Charge("C1", at: new DateTimeOffset(2026, 11, 30, 23, 59, 0, TimeSpan.FromHours(8))));
        var again = await AppendAsync(Units.Charge("C1", at: new DateTimeOffset(2026, 12, 1, 0, 1, 0, TimeSpan.FromHours(8))));
        Assert.Equal(AppendStatus.EntityConflict, again.Status);
        Assert.Single(await ReplayAsync(Store, Encounter));
    }

    [Fact]
    public async Task The_same_id_twice_in_one_unit_is_refused_whole()
    {
        Assert.Equal(AppendStatus.EntityConflict, (await AppendAsync(Units.Charge("C1"), Units.Charge("C2"), Units.Charge("C1", 5))).Status);
        Assert.Empty(await ReplayAsync(Store, Encounter));
        Assert.Equal(AppendStatus.Appended, (await AppendAsync(Units.Charge("C1"))).Status);
    }

    [Fact]
    public async Task An_order_and_a_charge_may_share_an_id_and_so_may_two_encounters()
    {
        var other = await Ledger.OpenEncounterAsync(Stay with { VisitNumber = "ZY2" }, Cancellation);
        Assert.Equal(AppendStatus.Appended, (await AppendAsync(Units.Signed("1"), Units.Charge("1"))).Status);
        Assert.Equal(AppendStatus.Appended, (await Ledger.AppendAsync(Units.Of(other, Empty, Units.Charge("1")))).Status);
    }

    [Fact]
    public async Task A_higher_revision_is_stored_and_found_as_the_latest()
    {
        await AppendAsync(Units.Signed("O1"), Units.Charge("C1"));
        Assert.Equal(AppendStatus.Appended, (await AppendAsync(Units.Signed("O1", revision: 2, days: 5))).Status);
        Assert.Equal(AppendStatus.EntityConflict, (await AppendAsync(Units.Signed("O1", revision: 2, days: 7))).Status);
        EntityId[] asked = [new(EntityKind.Order, "O1"), new(EntityKind.Charge, "C1"), new(EntityKind.Charge, "O1")];
        var found = await Ledger.FindEntitiesAsync(Encounter, asked, Cancellation);
        Assert.Equal(2, found.Count);
        var order = found.Single(entity => entity.Id.Kind == EntityKind.Order);
        Assert.Equal(2, order.Revision);
        Assert.Equal(3, order.Fact.Sequence);
        Assert.Equal(Ledger.ContentHash(Units.Signed("O1", revision: 2, days: 5)).ToArray(), order.ContentHash.ToArray());
    }

    [Fact]
    public async Task The_content_hash_is_of_what_was_reported_not_of_what_was_resolved()
    {
        var reported = Units.Charge("C1");
        var resolved = reported with { Category = "05", ItemClass = "02", OwnShareRatio = 0.1m };
        await Ledger.AppendAsync(Units.Of(Encounter, Empty, resolved) with { ContentHashes = [Ledger.ContentHash(reported)] });
        var stored = Assert.Single(await Ledger.FindEntitiesAsync(Encounter, [new(EntityKind.Charge, "C1")], Cancellation));
        Assert.Equal(Ledger.ContentHash(reported).ToArray(), stored.ContentHash.ToArray());
        Assert.NotEqual(Ledger.ContentHash(reported with { Quantity = 2 }).ToArray(), stored.ContentHash.ToArray());
        Assert.Equal("05", ((Charge)stored.Fact.Fact).Category);
    }

    [Fact]
    public async Task A_store_that_is_closed_and_opened_again_has_everything()
    {
        await Ledger.AppendAsync(Units.Request("r1", Encounter, Empty, Units.Charge("C1")));
        await Store.DisposeAsync();
        var again = await Place.OpenAsync();
        Assert.Equal(Encounter, await again.Ledger.OpenEncounterAsync(Stay, Cancellation));
        Assert.Equal("C1", Assert.Single(await ReplayAsync(again, Encounter)).Fact.Id);
        var repeated = await again.Ledger.AppendAsync(Units.Request("r1", Encounter, Empty, Units.Charge("C1")));
        Assert.Equal(AppendStatus.RequestRepeated, repeated.Status);
    }

    [Fact]
    public async Task A_unit_for_an_encounter_that_was_never_opened_fails_alone()
    {
        var stranger = Ledger.AppendAsync(Units.Of(Encounter + 1000, Empty, Units.Charge("C1")));
        var ours = Ledger.AppendAsync(Units.Of(Encounter, Empty, Units.Charge("C1")));
        await Assert.ThrowsAsync<ArgumentException>(() => stranger);
        Assert.Equal(AppendStatus.Appended, (await ours).Status);
    }

}
