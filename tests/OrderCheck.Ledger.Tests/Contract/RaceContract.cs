using OrderCheck.Core.Identity;
using OrderCheck.Ledger.Tests.Places;
using Xunit;

namespace OrderCheck.Ledger.Tests.Contract;

/// <summary>Many writers at once: each unit is for itself, and of two writers of one encounter one wins.</summary>
public abstract class RaceContract(Func<StorePlace> makePlace) : StoreContract(makePlace)
{
    [Fact]
    public async Task A_sequence_conflict_fails_that_unit_alone()
    {
        await AppendAsync(Units.Charge("C1"));
        var others = await OpenAsync(40);
        var stale = Ledger.AppendAsync(Units.Of(Encounter, Empty, Units.Charge("C2")));
        var good = others.Select(other => Ledger.AppendAsync(Units.Of(other, Empty, Units.Charge("C1")))).ToList();
        var conflict = await stale;
        Assert.Equal(AppendStatus.SequenceConflict, conflict.Status);
        Assert.Equal(1, conflict.Head!.Sequence);
        Assert.All(await Task.WhenAll(good), result => Assert.Equal(AppendStatus.Appended, result.Status));
        Assert.Single(await ReplayAsync(Store, Encounter));
    }

    [Fact]
    public async Task A_writer_with_the_right_sequence_and_a_wrong_hash_is_in_conflict()
    {
        await AppendAsync(Units.Charge("C1"));
        var forged = new LedgerHead(1, new byte[32]);
        Assert.Equal(AppendStatus.SequenceConflict, (await Ledger.AppendAsync(Units.Of(Encounter, forged, Units.Charge("C2")))).Status);
    }

    [Fact]
    public async Task Conflicts_of_every_kind_leave_the_others_of_their_batch_alone()
    {
        await Ledger.AppendAsync(Units.Request("r1", Encounter, Empty, Units.Charge("C1")));
        var head = await Ledger.ReadHeadAsync(Encounter, Cancellation);
        var others = await OpenAsync(3);
        AppendUnit[] units =
        [
            Units.Of(others[0], Empty, Units.Charge("C1")),
            Units.Request("r1", Encounter, head, Units.Charge("C2")),
            Units.Of(others[1], Empty, Units.Charge("C1"), Units.Charge("C1", 7)),
            Units.Of(Encounter, head, Units.Charge("C1")),
            Units.Of(Encounter, Empty, Units.Charge("C3")),
            Units.Of(others[2], Empty, Units.Charge("C1")),
        ];
        var results = await Task.WhenAll(units.Select(Ledger.AppendAsync));
        AppendStatus[] expected =
        [
            AppendStatus.Appended, AppendStatus.RequestRepeated, AppendStatus.EntityConflict,
            AppendStatus.EntityConflict, AppendStatus.SequenceConflict, AppendStatus.Appended,
        ];
        Assert.Equal(expected, results.Select(result => result.Status));
    }

    [Fact]
    public async Task Many_encounters_written_at_once_keep_each_its_own_chain()
    {
        const int Rounds = 10;
        var encounters = await OpenAsync(50);
        await Task.WhenAll(encounters.Select(async encounter =>
        {
            var head = Empty;
            for (var round = 0; round < Rounds; round++)
            {
                var result = await Ledger.AppendAsync(Units.Of(encounter, head, Units.Charge($"A{round}"), Units.Charge($"B{round}")));
                Assert.Equal(AppendStatus.Appended, result.Status);
                head = result.Head!;
            }
        }));
        foreach (var encounter in encounters)
            Assert.Equal(2 * Rounds, (await ReplayAsync(Store, encounter)).Count);
    }

    [Fact]
    public async Task Of_two_silos_racing_for_one_encounter_exactly_one_wins_each_sequence()
    {
        const int Each = 30;
        var second = await Place.OpenAsync();
        // Units of different length: the first entry, not only the last, has to decide.
        var written = await Task.WhenAll(WriteAllAsync(Store, "left", 1), WriteAllAsync(second, "right", 3));
        var replay = await ReplayAsync(Store, Encounter);
        Assert.Equal(Each * 4, written.Sum());
        Assert.Equal(Each * 4, replay.Count);
        Assert.Equal(Enumerable.Range(1, replay.Count).Select(i => (long)i), replay.Select(fact => fact.Sequence));
        Assert.Equal(replay.Count, replay.Select(fact => fact.Fact.Id).Distinct().Count());

        async Task<int> WriteAllAsync(IStore store, string name, int facts)
        {
            for (var i = 0; i < Each; i++)
            {
                AppendResult result;
                do
                {
                    var head = await store.Ledger.ReadHeadAsync(Encounter, Cancellation);
                    var charges = Enumerable.Range(0, facts).Select(n => Units.Charge($"{name}-{i}-{n}"));
                    result = await store.Ledger.AppendAsync(Units.Request($"{name}-{i}", Encounter, head, [.. charges]));
                }
                while (result.Status == AppendStatus.SequenceConflict);
                Assert.Equal(AppendStatus.Appended, result.Status);
            }
            return Each * facts;
        }
    }

    [Fact]
    public async Task The_same_request_sent_to_two_silos_at_once_is_stored_once()
    {
        var second = await Place.OpenAsync();
        var results = await Task.WhenAll(
            Store.Ledger.AppendAsync(Units.Request("r1", Encounter, Empty, Units.Charge("C1"))),
            second.Ledger.AppendAsync(Units.Request("r1", Encounter, Empty, Units.Charge("C1"))));
        Assert.Single(results, result => result.Status == AppendStatus.Appended);
        Assert.Single(await ReplayAsync(Store, Encounter));
    }

    [Fact]
    public async Task Two_silos_that_open_the_same_encounter_get_the_same_number()
    {
        var second = await Place.OpenAsync();
        var key = new EncounterKey(Stay.Hospital, "opened twice");
        var numbers = await Task.WhenAll(Ledger.OpenEncounterAsync(key, Cancellation), second.Ledger.OpenEncounterAsync(key, Cancellation));
        Assert.Equal(numbers[0], numbers[1]);
    }

    private async Task<List<long>> OpenAsync(int count)
    {
        var numbers = new List<long>();
        for (var i = 0; i < count; i++)
            numbers.Add(await Ledger.OpenEncounterAsync(new EncounterKey(Stay.Hospital, $"other {i}"), Cancellation));
        return numbers;
    }
}
