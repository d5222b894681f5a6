using Microsoft.Extensions.Logging.Abstractions;
using OrderCheck.Ledger.Commit;
using OrderCheck.Ledger.Postgres;
using OrderCheck.Ledger.Tests.Contract;
using OrderCheck.Ledger.Tests.Places;
using OrderCheck.Ledger.Wire;
using Xunit;

namespace OrderCheck.Ledger.Tests.OnPostgres;

/// <summary>What waits together for a commit is written together, with one statement for each table.</summary>
public sealed class BatchOnPostgres(SharedPostgres server) : StoreContract(() => new PostgresPlace(server.NewSchemaAsync))
{
    private static readonly DateOnly Day = new(2026, 11, 23);
    private static readonly string List = WorkLists.Morning(Day);

    [Fact]
    public async Task Units_of_many_encounters_leave_what_each_would_have_left_alone()
    {
        // One by one is not possible here.
        await Place.ExecuteAsync("DROP FUNCTION append_one");
        var encounters = await OpenAsync(12);
        var units = encounters.Select((encounter, at) => Units.Of(encounter, Empty, Units.Charge("C1"), Units.Charge("C2")) with
        {
            ChargedDays = [Day, Day.AddDays(1)],
            AwaitsJudgement = at % 3 == 0 ? null : at % 3 == 1,
            Work = [Work($"{at}a"), Work($"{at}b")],
        }).ToList();

        var done = await CommitAsync(units);

        Assert.All(done, result => Assert.Equal((AppendStatus.Appended, 2L), (result.Status, result.Head!.Sequence)));
        foreach (var (encounter, result) in encounters.Zip(done))
        {
            Assert.Equal(result.Head!.Hash.ToArray(), (await Ledger.ReadHeadAsync(encounter, Cancellation)).Hash.ToArray());
            Assert.Equal(["C1", "C2"], (await ReplayAsync(Store, encounter)).Select(static fact => fact.Fact.Id));
        }
        Assert.Equal(Enumerable.Range(0, 12).SelectMany(static at => new[] { $"{at}a", $"{at}b" }), (await Ledger.ListWorkAsync(Stay.Hospital, List, null, 0, 100, Cancellation)).Select(static row => row.CheckId));
        Assert.Equal([12L, 12L], await Place.QueryAsync("SELECT count(*) FROM charged_day GROUP BY day", row => row.GetInt64(0)));
        Assert.Equal([4L], await Place.QueryAsync("SELECT count(*) FROM awaiting_judgement", row => row.GetInt64(0)));
    }

    [Fact]
    public async Task What_no_longer_awaits_judgement_is_forgotten_with_the_others_of_its_batch()
    {
        var encounters = await OpenAsync(3);
        var first = await CommitAsync([.. encounters.Select(static encounter => Units.Of(encounter, Empty, Units.Charge("C1")) with { AwaitsJudgement = true })]);

        await CommitAsync([.. encounters.Zip(first, static (encounter, result) => Units.Of(encounter, result.Head!, Units.Charge("C2")) with { AwaitsJudgement = false })]);

        Assert.Equal([0L], await Place.QueryAsync("SELECT count(*) FROM awaiting_judgement", row => row.GetInt64(0)));
    }

    [Fact]
    public async Task One_that_cannot_be_appended_says_why_and_the_others_are_written_all_the_same()
    {
        var head = (await Ledger.AppendAsync(Units.Request("r1", Encounter, Empty, Units.Charge("C1")))).Head!;
        var others = await OpenAsync(3);
        (AppendUnit Unit, AppendStatus Expected)[] batches =
        [
            (Units.Request("r1", Encounter, head, Units.Charge("C2")), AppendStatus.RequestRepeated),
            (Units.Of(Encounter, head, Units.Charge("C1")), AppendStatus.EntityConflict),
            (Units.Of(Encounter, Empty, Units.Charge("C2")), AppendStatus.SequenceConflict),
            (Units.Of(Encounter, head with { Hash = new byte[32] }, Units.Charge("C2")), AppendStatus.SequenceConflict),
        ];
        foreach (var ((unit, expected), at) in batches.Select(static (batch, at) => (batch, at)))
        {
            var good = new List<AppendUnit>();
            foreach (var other in others)
                good.Add(Units.Of(other, await Ledger.ReadHeadAsync(other, Cancellation), Units.Charge($"G{at}")));

            var done = await CommitAsync([.. good, unit]);

            Assert.Equal([AppendStatus.Appended, AppendStatus.Appended, AppendStatus.Appended, expected], done.Select(static result => result.Status));
        }
        Assert.Equal(["C1"], (await ReplayAsync(Store, Encounter)).Select(static fact => fact.Fact.Id));
        Assert.Equal(["G0", "G1", "G2", "G3"], (await ReplayAsync(Store, others[0])).Select(static fact => fact.Fact.Id));
    }

    [Fact]
    public async Task One_for_an_encounter_that_was_never_opened_fails_alone()
    {
        var others = await OpenAsync(2);
        AppendUnit[] units = [Units.Of(others[0], Empty, Units.Charge("C1")), Units.Of(987_654, Empty, Units.Charge("C1")), Units.Of(others[1], Empty, Units.Charge("C1"))];

        var pending = await WriteAsync(units);

        Assert.Equal(AppendStatus.Appended, (await pending[0].Done).Status);
        await Assert.ThrowsAsync<ArgumentException>(() => pending[1].Done);
        Assert.Equal(AppendStatus.Appended, (await pending[2].Done).Status);
    }

    [Fact]
    public async Task One_that_is_locked_when_each_is_written_for_itself_leaves_alone_what_is_on_disk_already()
    {
        await AppendAsync(Units.Charge("C1"));
        var others = await OpenAsync(2);
        await using var paused = await Place.ConnectAsync();
        await using var transaction = await paused.BeginTransactionAsync(Cancellation);
        await using (var command = paused.CreateCommand())
        {
            command.Transaction = transaction;
            command.CommandText = $"INSERT INTO entry VALUES ({others[1]}, 1, 1, '\\x00000000000000000000000000000000', 0, '\\x00000000000000000000000000000000', '')";
            await command.ExecuteNonQueryAsync(Cancellation);
        }
        AppendUnit[] units =
        [
            // Not plain, so that it is written before the others are found to need a transaction of their own.
            Units.Of(others[0], Empty, Units.Charge("C1")) with { Aliases = ["M1"] },
            Units.Of(others[1], Empty, Units.Charge("C1")),
            Units.Of(Encounter, Empty, Units.Charge("C2")),
        ];

        var pending = await WriteAsync(units, TimeSpan.FromMilliseconds(200));

        Assert.Equal(AppendStatus.Appended, (await pending[0].Done).Status);
        Assert.Equal(LedgerUnavailableException.Locked, (await Assert.ThrowsAsync<LedgerUnavailableException>(() => pending[1].Done)).Reason);
        Assert.Equal(AppendStatus.SequenceConflict, (await pending[2].Done).Status);
    }

    private static WorkRow Work(string check) => new(0, Stay, List, "W1", Units.Morning, check, new byte[] { 1 });

    private async Task<List<long>> OpenAsync(int count)
    {
        var encounters = new List<long>();
        for (var at = 0; at < count; at++)
            encounters.Add(await Ledger.OpenEncounterAsync(Stay with { VisitNumber = $"V{at}" }, Cancellation));
        return encounters;
    }

    private async Task<AppendResult[]> CommitAsync(IReadOnlyList<AppendUnit> units) => await Task.WhenAll((await WriteAsync(units)).Select(static pending => pending.Done));

    private async Task<List<PendingUnit>> WriteAsync(IReadOnlyList<AppendUnit> units, TimeSpan? patience = null)
    {
        var options = Place.Options();
        options.LockTimeout = patience ?? options.LockTimeout;
        await using var gate = new PostgresGate(options);
        await gate.OpenAsync(Cancellation);
        var pending = units.Select(static unit => new PendingUnit(PreparedUnit.From(unit, new EntryCodec()))).ToList();
        await new PostgresUnitWriter(gate, NullLogger.Instance).CommitAsync(pending);
        pending.ForEach(static unit => unit.Complete());
        return pending;
    }
}
