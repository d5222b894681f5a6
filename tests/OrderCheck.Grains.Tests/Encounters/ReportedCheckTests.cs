using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Orders;
using OrderCheck.Grains.Encounters;
using OrderCheck.Grains.Tests.Clusters;
using OrderCheck.Grains.Tests.Releases;
using OrderCheck.Grains.Tests.Replay;
using OrderCheck.Tests;

namespace OrderCheck.Grains.Tests.Encounters;

/// <summary>Questions that tell the encounter beside them: judged with what they tell, and kept behind the answer.</summary>
public sealed class ReportedCheckTests
{
    private static readonly ReportedEncounter Told = new()
    {
        Stay = Case.Admit().Stay,
        AdmittedAt = Ward.Morning.AddHours(-1),
        Orders = [Case.Order("old1", Rulebook.Bed), Case.Order("old2", Rulebook.Bed)],
    };

    [Fact]
    public async Task An_encounter_that_nobody_reported_is_answered_at_once_and_known_afterwards()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());

        var answer = await AskAsync(ward, Told, Case.Order("new", Rulebook.ForWomen));

        Assert.Equal((CheckState.Complete, 0L), (answer.State, answer.LedgerSequence));
        Assert.Equal("new", Assert.Single(answer.Findings).Offender!.OrderId);
        var known = await KeptAsync(ward, activeOrders: 2);
        Assert.True(known.Admitted);
        // The admission, two lines, and that these were judged late: nobody has asked about them.
        Assert.Equal(4, known.LedgerSequence);
    }

    [Fact]
    public async Task Told_again_it_writes_nothing_and_a_question_that_tells_less_is_judged_with_what_was_kept()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        await AskAsync(ward, Told, Case.Order("new", Rulebook.ForWomen));
        await KeptAsync(ward, activeOrders: 2);

        await AskAsync(ward, Told);
        var bare = await AskAsync(ward, new ReportedEncounter(), Case.Order("new", Rulebook.ForWomen));
        await AskAsync(ward, new ReportedEncounter { Orders = [Case.Order("old3", Rulebook.Bed)] });

        Assert.Equal(CheckState.Complete, bare.State);
        Assert.Single(bare.Findings);
        Assert.Equal(6, (await KeptAsync(ward, activeOrders: 3)).LedgerSequence);
    }

    [Fact]
    public async Task A_candidate_becomes_an_order_only_when_it_is_told_as_one_and_its_check_covers_it_then()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        await AskAsync(ward, Told);
        await KeptAsync(ward, activeOrders: 2);
        var candidate = Case.Order("new", Rulebook.ForWomen);

        await AskAsync(ward, Told, candidate);
        Assert.Equal(2, (await KeptAsync(ward, activeOrders: 2)).ActiveOrders);
        await AskAsync(ward, Told with { Orders = [.. Told.Orders, candidate, Case.Order("never asked", Rulebook.ForWomen)] });
        await KeptAsync(ward, activeOrders: 4);

        var signed = (await ward.FactsAsync("V1")).Select(recorded => recorded.Fact).OfType<OrderSigned>().ToDictionary(fact => fact.Id, fact => fact.Covered);
        Assert.Equal((true, false), (signed["new"], signed["never asked"]));
    }

    [Fact]
    public async Task A_line_that_was_edited_under_its_id_is_judged_anew_and_named()
    {
        await using var ward = await Archived.OpenAsync();
        var first = await AskAsync(ward, Told, Case.Order("new", Rulebook.Bed));
        await KeptAsync(ward, activeOrders: 2);

        var again = await AskAsync(ward, Told, Case.Order("new", Rulebook.Bed));
        var edited = await AskAsync(ward, Told, Case.Order("new", Rulebook.ForWomen), Case.Order("old1", Rulebook.ForWomen));

        Assert.Empty(first.ChangedOrderIds);
        Assert.Empty(again.ChangedOrderIds);
        Assert.Equal(["new", "old1"], edited.ChangedOrderIds.Order());
        Assert.Equal(
            ["new", "old1"],
            edited.Findings.SelectMany(finding => finding.AlsoOrderIds.Concat(finding.Also.Select(also => also.Offender!.OrderId!)).Append(finding.Offender!.OrderId!)).Distinct().Order());
        await Archived.SameAsync(ward, edited.CheckId);
    }

    [Fact]
    public async Task What_was_told_is_part_of_what_the_check_rests_on()
    {
        await using var ward = await Archived.OpenAsync();
        var first = await AskAsync(ward, Told, Case.Order("new", Rulebook.ForWomen));
        await KeptAsync(ward, activeOrders: 2);
        var second = await AskAsync(ward, Told with { Stay = Told.Stay with { Sex = Sex.Female } }, Case.Order("new", Rulebook.ForWomen));

        Assert.Single(first.Findings);
        Assert.Empty(second.Findings);
        await Archived.SameAsync(ward, first.CheckId);
        await Archived.SameAsync(ward, second.CheckId);
    }

    [Fact]
    public async Task Stages_that_are_asked_together_are_answered_on_one_snapshot()
    {
        await using var ward = await Archived.OpenAsync();

        var answers = await ward.Encounters.CheckReportedAsync(
            Ward.His, "V1", new ReportedCheck(Told, [Case.Order("new", Rulebook.ForWomen)], [Stage.Order, Stage.Charge, Stage.Discharge]), TestContext.Current.CancellationToken);

        Assert.Equal(3, answers.Count);
        Assert.All(answers, answer => Assert.Equal(CheckState.Complete, answer.State));
        Assert.Equal(answers[0].Findings[0].Key, answers[1].Findings[0].Key);
        foreach (var answer in answers)
            await Archived.SameAsync(ward, answer.CheckId);
    }

    [Fact]
    public async Task A_question_is_judged_at_every_stage_by_the_release_that_it_was_read_by()
    {
        var by = Rulebook.Release();
        await using var ward = await Ward.OpenAsync(release: by);
        var asked = new ReportedCheck(Told, [Case.Order("new", Rulebook.ForWomen)], [Stage.Order, Stage.Verify, Stage.Discharge]);
        ward.Swap(Rulebook.Release(2, Rulebook.Tolerant));

        var before = await ward.Encounters.CheckReportedAsync(Ward.His, "V1", asked with { Release = by }, TestContext.Current.CancellationToken);
        // By the caller's own thread too, which the encounter is open for now.
        var again = await ward.Encounters.CheckReportedAsync(Ward.His, "V1", asked with { Release = by, Stages = [Stage.Order, Stage.Verify] }, TestContext.Current.CancellationToken);
        var now = await ward.Encounters.CheckReportedAsync(Ward.His, "V1", asked, TestContext.Current.CancellationToken);

        Assert.Equal([1, 1, 1, 1, 1], before.Concat(again).Select(static answer => answer.ReleaseNumber));
        Assert.Equal([1, 1], again.Select(static answer => answer.Findings.Count));
        Assert.Equal([2, 2, 2], now.Select(static answer => answer.ReleaseNumber));
        Assert.Empty(now[0].Findings);
    }

    [Fact]
    public async Task While_the_ledger_is_away_what_is_told_waits_and_is_kept_when_it_is_back()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        ward.Ledger.Down = true;

        var during = await AskAsync(ward, Told, Case.Order("new", Rulebook.ForWomen));
        ward.Ledger.Down = false;
        ward.Time.Advance(EncounterMemory.RetryPause);

        Assert.Equal(CheckState.Unchecked, during.State);
        Assert.True((await KeptAsync(ward, activeOrders: 2)).Admitted);
    }

    /// <summary>NHSA's patn_id may be another name of the same person: a stay that it moved would take its history with it.</summary>
    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task Another_name_of_the_patient_moves_no_stay_that_the_HISs_own_channel_admitted(bool natively, int moves)
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        if (natively)
            await new Case(ward, "V1").AdmittedAsync();
        else
            await AskAsync(ward, Told);
        await KeptAsync(ward, activeOrders: natively ? 0 : 2);
        TestPatients.Add("PSN-330100-1");

        var answer = await AskAsync(ward, Told with { Stay = Told.Stay with { PatientNumber = "PSN-330100-1" }, Orders = [.. Told.Orders, Case.Order("old3", Rulebook.Bed)] });
        await KeptAsync(ward, activeOrders: 3);

        Assert.Equal(CheckState.Complete, answer.State);
        Assert.Equal(moves, (await ward.FactsAsync("V1")).Count(static recorded => recorded.Fact is StayUpdated { Stay.PatientNumber: not null }));
    }

    /// <summary>A burst while nothing can be written: 4 000 wait at most.</summary>
    [Fact]
    public async Task What_does_not_fit_into_the_queue_is_left_out_and_counted_and_kept_when_it_is_told_again()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        var dropped = 0;
        using var listener = new System.Diagnostics.Metrics.MeterListener
        {
            InstrumentPublished = static (instrument, self) =>
            {
                if (instrument.Name == "ordercheck.observations")
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<int>((_, count, tags, _) =>
        {
            foreach (var tag in tags)
            {
                if (tag.Value is "dropped")
                    Interlocked.Add(ref dropped, count);
            }
        });
        listener.Start();
        ward.Ledger.Down = true;

        for (var i = 0; i < 4_100; i++)
            Assert.Equal(CheckState.Unchecked, (await AskAsync(ward, Told, Case.Order("new", Rulebook.ForWomen))).State);
        await AskAsync(ward, Told with { Orders = [.. Told.Orders, Case.Order("left out", Rulebook.Bed)] });
        Assert.InRange(dropped, 50, 200);
        ward.Ledger.Down = false;
        ward.Time.Advance(EncounterMemory.RetryPause);
        await KeptAsync(ward, activeOrders: 2);
        await AskAsync(ward, Told with { Orders = [.. Told.Orders, Case.Order("left out", Rulebook.Bed)] });

        await KeptAsync(ward, activeOrders: 3);
    }

    [Fact]
    public async Task The_visit_that_has_the_name_as_its_alias_is_meant_before_one_that_has_it_as_its_number()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        await new Case(ward, "ZY7").AdmittedAsync("M7");

        await AskAsync(ward, "M7", Told);

        var kept = await ward.UntilAsync(() => new Case(ward, "ZY7").DescribeAsync(), description => description?.ActiveOrders == 2, "the lines");
        Assert.NotNull(kept);
        Assert.Null(await new Case(ward, "M7").DescribeAsync());
    }

    [Fact]
    public async Task A_decision_whose_caller_knows_no_revisions_is_written_once_and_superseded_by_another()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        await AskAsync(ward, Told);
        await KeptAsync(ward, activeOrders: 2);
        var check = await AskAsync(ward, Told, Case.Order("new", Rulebook.ForWomen));
        DecisionRecorded Decided(DecisionKind kind, string? reason) =>
            new(check.CheckId, check.Findings[0].Key, kind, reason, false) { Id = "3103:x", OccurredAt = ward.Time.GetUtcNow() };

        int[] recorded =
        [
            await DecideAsync(ward, Decided(DecisionKind.Overridden, "病情需要")),
            await DecideAsync(ward, Decided(DecisionKind.Overridden, "病情需要")),
            await DecideAsync(ward, Decided(DecisionKind.Changed, null)),
            await DecideAsync(ward, Decided(DecisionKind.Overridden, "病情需要")),
        ];

        Assert.Equal([1, 0, 1, 1], recorded);
        var decisions = (await ward.FactsAsync("V1")).Select(fact => fact.Fact).OfType<DecisionRecorded>();
        Assert.Equal([0, 1, 2], decisions.Select(decision => decision.Revision));
    }

    private static async Task<int> DecideAsync(Ward ward, DecisionRecorded decision)
    {
        ward.Time.Advance(TimeSpan.FromSeconds(1));
        var request = new WriteRequest(Guid.NewGuid().ToString("N"), [decision]) { Revises = true };
        return (await ward.Encounters.WriteAsync(Ward.His, new EncounterRef("V1", null), request, TestContext.Current.CancellationToken)).Recorded;
    }

    private static Task<CheckAnswer> AskAsync(Ward ward, ReportedEncounter told, params Order[] candidates) => AskAsync(ward, "V1", told, candidates);

    private static async Task<CheckAnswer> AskAsync(Ward ward, string visit, ReportedEncounter told, params Order[] candidates) => Assert.Single(
        await ward.Encounters.CheckReportedAsync(Ward.His, visit, new ReportedCheck(told, candidates, [Stage.Order]), TestContext.Current.CancellationToken));

    private static async Task<EncounterDescription> KeptAsync(Ward ward, int activeOrders) =>
        (await ward.UntilAsync(() => new Case(ward, "V1").DescribeAsync(), description => description?.ActiveOrders == activeOrders, $"{activeOrders} orders to be kept"))!;
}
