using OrderCheck.Core.Identity;
using OrderCheck.Ledger.Tests.Places;
using Xunit;

namespace OrderCheck.Ledger.Tests.Contract;

/// <summary>What units bring beside their facts: aliases, charged days, who waits, what was judged late.</summary>
public abstract class ListContract(Func<StorePlace> makePlace) : StoreContract(makePlace)
{
    private static readonly EncounterKey Other = Stay with { VisitNumber = "ZY20261123002" };

    [Fact]
    public async Task An_alias_belongs_to_the_encounter_that_got_it_last()
    {
        var other = await Ledger.OpenEncounterAsync(Other, Cancellation);
        await Ledger.AppendAsync(Unit(Encounter, "C1") with { Aliases = ["M1", "M2"] });
        await Ledger.AppendAsync(Unit(other, "C1") with { Aliases = ["M1"], RecordedAt = Units.Morning.AddHours(2) });
        Assert.Equal(Other, await Ledger.FindByAliasAsync(Stay.Hospital, "M1", Cancellation));
        Assert.Equal(Stay, await Ledger.FindByAliasAsync(Stay.Hospital, "M2", Cancellation));
        Assert.Null(await Ledger.FindByAliasAsync("H31010400002", "M1", Cancellation));
        Assert.Null(await Ledger.FindByAliasAsync(Stay.Hospital, "M3", Cancellation));
    }

    [Fact]
    public async Task Charged_days_list_each_encounter_of_the_hospital_once()
    {
        var day = new DateOnly(2026, 11, 23);
        var elsewhere = await Ledger.OpenEncounterAsync(Stay with { Hospital = "H31010400002" }, Cancellation);
        await Ledger.AppendAsync(Unit(Encounter, "C1") with { ChargedDays = [day, day.AddDays(-1)] });
        await Ledger.AppendAsync(Units.Of(Encounter, await Ledger.ReadHeadAsync(Encounter, Cancellation), Units.Charge("C2")) with { ChargedDays = [day] });
        await Ledger.AppendAsync(Unit(elsewhere, "C1") with { ChargedDays = [day] });
        Assert.Equal([Stay], await Ledger.ListChargedAsync(Stay.Hospital, day, Cancellation));
        Assert.Equal([Stay], await Ledger.ListChargedAsync(Stay.Hospital, day.AddDays(-1), Cancellation));
        Assert.Empty(await Ledger.ListChargedAsync(Stay.Hospital, day.AddDays(1), Cancellation));
    }

    [Fact]
    public async Task An_encounter_waits_to_be_judged_until_a_unit_says_that_it_does_not()
    {
        var other = await Ledger.OpenEncounterAsync(Other, Cancellation);
        await Ledger.AppendAsync(Unit(other, "C1") with { AwaitsJudgement = true, RecordedAt = Units.Morning.AddHours(1) });
        await Ledger.AppendAsync(Unit(Encounter, "C1") with { AwaitsJudgement = true });
        await AppendAsync(Units.Charge("C2"));
        Assert.Equal(new LateBacklog(2, Units.Morning.AddMinutes(1)), await Ledger.ReadLateBacklogAsync(Cancellation));
        Assert.Equal([Stay, Other], await Ledger.ListAwaitingJudgementAsync(10, Cancellation));
        Assert.Equal([Stay], await Ledger.ListAwaitingJudgementAsync(1, Cancellation));
        var head = await Ledger.ReadHeadAsync(Encounter, Cancellation);
        await Ledger.AppendAsync(Units.Of(Encounter, head, Units.Charge("C3")) with { AwaitsJudgement = false });
        Assert.Equal([Other], await Ledger.ListAwaitingJudgementAsync(10, Cancellation));
        Assert.Equal(new LateBacklog(1, Units.Morning.AddHours(1)), await Ledger.ReadLateBacklogAsync(Cancellation));
    }

    [Fact]
    public async Task An_encounters_next_promise_is_listed_from_when_it_is_due_until_a_unit_says_otherwise()
    {
        var other = await Ledger.OpenEncounterAsync(Other, Cancellation);
        var noon = Units.Morning.AddHours(4);
        await Ledger.AppendAsync(Unit(Encounter, "C1") with { Promises = new PromisesDue(noon) });
        await Ledger.AppendAsync(Unit(other, "C1") with { Promises = new PromisesDue(noon.AddHours(1)) });
        await AppendAsync(Units.Charge("C2"));

        Assert.Empty(await Ledger.ListPromisesDueAsync(noon.AddSeconds(-1), 10, Cancellation));
        Assert.Equal([Stay], await Ledger.ListPromisesDueAsync(noon, 10, Cancellation));
        Assert.Equal([Stay, Other], await Ledger.ListPromisesDueAsync(noon.AddHours(1), 10, Cancellation));
        Assert.Equal([Stay], await Ledger.ListPromisesDueAsync(noon.AddHours(1), 1, Cancellation));

        await Ledger.AppendAsync(Units.Of(Encounter, await Ledger.ReadHeadAsync(Encounter, Cancellation), Units.Charge("C3")) with { Promises = new PromisesDue(noon.AddHours(2)) });
        await Ledger.AppendAsync(Units.Of(other, await Ledger.ReadHeadAsync(other, Cancellation), Units.Charge("C2")) with { Promises = new PromisesDue(null) });
        Assert.Empty(await Ledger.ListPromisesDueAsync(noon.AddHours(1), 10, Cancellation));
        Assert.Equal([Stay], await Ledger.ListPromisesDueAsync(noon.AddHours(2), 10, Cancellation));
    }

    [Fact]
    public async Task Late_judgements_are_listed_for_their_doctor_after_a_cursor()
    {
        await Ledger.AppendAsync(Unit(Encounter, "C1") with { Late = [Late("D1", "K1"), Late("D2", "K2"), Late("D1", "K3")] });
        var first = Assert.Single(await Ledger.ListLateAsync(Stay.Hospital, "D1", 0, 1, Cancellation));
        Assert.Equal("K1", first.CheckId);
        Assert.Equal(Stay, first.Encounter);
        Assert.Equal("0301", first.Department);
        Assert.Equal(Units.Morning, first.JudgedAt);
        Assert.Equal([1, 2, 3], first.Answer.ToArray());
        var rest = await Ledger.ListLateAsync(Stay.Hospital, "D1", first.Cursor, 10, Cancellation);
        Assert.Equal("K3", Assert.Single(rest).CheckId);
        Assert.Empty(await Ledger.ListLateAsync(Stay.Hospital, "D1", rest[0].Cursor, 10, Cancellation));
        Assert.Empty(await Ledger.ListLateAsync("H31010400002", "D1", 0, 10, Cancellation));
    }

    [Fact]
    public async Task Lists_that_are_no_doctors_are_read_by_ward_and_after_a_cursor_and_are_on_no_doctors()
    {
        var (today, pharmacist) = (WorkLists.Morning(new DateOnly(2026, 11, 23)), WorkLists.Of(Role.Pharmacist));
        await Ledger.AppendAsync(Unit(Encounter, "C1") with
        {
            Late = [Late("D1", "K0")],
            Work = [Work(today, "W1", "K1"), Work(today, "W2", "K2"), Work(today, "W1", "K3"), Work(pharmacist, "W1", "K4")],
        });

        var first = Assert.Single(await Ledger.ListWorkAsync(Stay.Hospital, today, "W1", 0, 1, Cancellation));
        Assert.Equal((Stay, today, "W1", Units.Morning, "K1"), (first.Encounter, first.List, first.Ward, first.JudgedAt, first.CheckId));
        Assert.Equal([4, 5], first.Answer.ToArray());
        Assert.Equal(["K3"], await ChecksAsync(today, "W1", first.Cursor));
        Assert.Equal(["K1", "K2", "K3"], await ChecksAsync(today, null));
        Assert.Equal(["K4"], await ChecksAsync(pharmacist, null));
        Assert.Empty(await ChecksAsync(pharmacist, "W2"));
        Assert.Empty(await ChecksAsync(WorkLists.Morning(new DateOnly(2026, 11, 24)), null));
        Assert.Empty(await Ledger.ListWorkAsync("H31010400002", today, null, 0, 10, Cancellation));
        Assert.Empty(await Ledger.ListLateAsync(Stay.Hospital, today, 0, 10, Cancellation));
        Assert.Equal("K0", Assert.Single(await Ledger.ListLateAsync(Stay.Hospital, "D1", 0, 10, Cancellation)).CheckId);
    }

    [Fact]
    public async Task Lists_that_a_former_version_kept_among_the_doctors_are_carried_over_under_their_cursors()
    {
        var today = WorkLists.Morning(new DateOnly(2026, 11, 23));
        await Store.DisposeAsync();
        await Place.ForgetWorkAsync();
        foreach (var (doctor, ward, check) in new[] { ("D1", "0301", "K1"), ("\u0001" + today, "W1", "K2"), ("D1", "0301", "K3"), ("\u0001role Pharmacist", "W2", "K4") })
        {
            await Place.ExecuteAsync(
                $"INSERT INTO late (encounter, hospital, doctor, department, judged_at, check_id, answer) VALUES ({Encounter}, '{Stay.Hospital}', '{doctor}', '{ward}', 7, '{check}', {Place.Literal([9])})");
        }

        var again = (await Place.OpenAsync()).Ledger;

        Assert.Equal([(2L, "K2")], (await again.ListWorkAsync(Stay.Hospital, today, "W1", 0, 10, Cancellation)).Select(row => (row.Cursor, row.CheckId)));
        Assert.Equal([4L], (await again.ListWorkAsync(Stay.Hospital, WorkLists.Of(Role.Pharmacist), null, 0, 10, Cancellation)).Select(row => row.Cursor));
        Assert.Equal(["K1", "K3"], (await again.ListLateAsync(Stay.Hospital, "D1", 0, 10, Cancellation)).Select(row => row.CheckId));
        Assert.Equal([2L], await Place.QueryAsync("SELECT count(*) FROM late", row => row.GetInt64(0)));
        await again.AppendAsync(Unit(Encounter, "C1") with { Work = [Work(today, "W1", "K5")] });
        var rows = await again.ListWorkAsync(Stay.Hospital, today, "W1", 2, 10, Cancellation);
        Assert.Equal("K5", Assert.Single(rows).CheckId);
    }

    [Fact]
    public async Task A_refused_unit_brings_none_of_them()
    {
        var day = new DateOnly(2026, 11, 23);
        await AppendAsync(Units.Charge("C1"));
        var refused = Unit(Encounter, "C2") with { Aliases = ["M1"], ChargedDays = [day], AwaitsJudgement = true, Promises = new PromisesDue(Units.Morning), Late = [Late("D1", "K1")], Work = [Work("morning 2026-11-23", "W1", "K1")] };
        Assert.Equal(AppendStatus.SequenceConflict, (await Ledger.AppendAsync(refused)).Status);
        Assert.Null(await Ledger.FindByAliasAsync(Stay.Hospital, "M1", Cancellation));
        Assert.Empty(await Ledger.ListChargedAsync(Stay.Hospital, day, Cancellation));
        Assert.Empty(await Ledger.ListAwaitingJudgementAsync(10, Cancellation));
        Assert.Empty(await Ledger.ListPromisesDueAsync(Units.Morning, 10, Cancellation));
        Assert.Equal(new LateBacklog(0, null), await Ledger.ReadLateBacklogAsync(Cancellation));
        Assert.Empty(await Ledger.ListLateAsync(Stay.Hospital, "D1", 0, 10, Cancellation));
        Assert.Empty(await ChecksAsync("morning 2026-11-23", null));
    }

    private async Task<IEnumerable<string>> ChecksAsync(string list, string? ward, long after = 0) =>
        (await Ledger.ListWorkAsync(Stay.Hospital, list, ward, after, 10, Cancellation)).Select(row => row.CheckId);

    private static WorkRow Work(string list, string ward, string checkId) =>
        new(0, Stay, list, ward, Units.Morning, checkId, new byte[] { 4, 5 });

    private static AppendUnit Unit(long encounter, string charge) => Units.Of(encounter, Empty, Units.Charge(charge));

    private static LateRow Late(string doctor, string checkId) =>
        new(0, Stay, doctor, "0301", Units.Morning, checkId, new byte[] { 1, 2, 3 });
}
