using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Rules;
using OrderCheck.Grains.Encounters;
using OrderCheck.Grains.Findings;
using OrderCheck.Grains.Tests.Clusters;
using OrderCheck.Grains.Tests.Encounters;
using OrderCheck.Grains.Tests.Releases;
using OrderCheck.Ledger.Replay;

namespace OrderCheck.Grains.Tests.Replay;

public sealed class ReplayTests
{
    [Fact]
    public async Task A_check_comes_out_the_same_a_year_later_after_a_restart_and_another_release()
    {
        await using var ward = await Archived.OpenAsync();
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        await patient.WriteAsync(Case.Charge("c1", Rulebook.Bed, 1, 8));
        var answer = await patient.CheckAsync(Case.Order("o1", Rulebook.ForWomen), Case.Order("o2", Rulebook.Bed));
        await patient.WriteAsync(Case.Charge("c2", Rulebook.Bed, 1, 8), Case.Signed(Case.Order("o2", Rulebook.Bed)));

        await ward.RestartAfterAsync(TimeSpan.FromDays(366));
        await Archived.PublishAsync(ward, Rulebook.Tolerant, 2);
        var today = await patient.CheckAsync(Case.Order("o3", Rulebook.ForWomen));

        await Archived.SameAsync(ward, answer.CheckId);
        await Archived.SameAsync(ward, today.CheckId);
        Assert.Single(answer.Findings);
        Assert.Empty(today.Findings);
    }

    [Fact]
    public async Task Judged_by_other_rules_each_difference_is_named()
    {
        await using var ward = await Archived.OpenAsync();
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        var answer = await patient.CheckAsync(Case.Order("o1", Rulebook.ForWomen));

        var replay = await Archived.ReplayAsync(ward, answer.CheckId, Rulebook.Release(7, Rulebook.Tolerant));

        var difference = Assert.Single(replay.Differences);
        Assert.Equal($"findings[{answer.Findings[0].Key}]", difference.Field);
        Assert.Contains(answer.Findings[0].Message, difference.Recorded, StringComparison.Ordinal);
        Assert.Equal("", difference.Replayed);
    }

    [Fact]
    public async Task What_a_doctor_had_seen_is_folded_again()
    {
        await using var ward = await Archived.OpenAsync();
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        await patient.CheckByAsync("doc1", Case.Order("o1", Rulebook.ForWomen));
        var folded = await patient.CheckByAsync("doc1", Case.Order("o1", Rulebook.ForWomen));
        Assert.True(Assert.Single(folded.Findings).Folded);

        await Archived.SameAsync(ward, folded.CheckId);
    }

    [Fact]
    public async Task A_write_that_brings_its_own_admission_orders_charges_and_refund_is_judged_again_as_it_was()
    {
        await using var ward = await Archived.OpenAsync();
        var patient = new Case(ward, "V1");
        var receipt = await patient.WriteAsync(
            Case.Signed(Case.Order("o1", Rulebook.ForWomen)),
            Case.Charge("c1", Rulebook.ForWomen, 1, 8),
            Case.Charge("c2", Rulebook.Bed, 2, 8),
            Case.Refund("r2", "c2", -1, 8),
            Case.Admit());
        Assert.Equal(2, receipt.Findings.Count);
        await patient.WriteAsync(Case.Charge("c3", Rulebook.Bed, 1, 8));
        await ward.RestartAfterAsync(TimeSpan.FromDays(366));

        await Archived.SameAsync(ward, receipt.CheckId);
    }

    [Fact]
    public async Task A_late_judgement_is_judged_again_without_what_it_judged()
    {
        await using var ward = await Archived.OpenAsync(withRelease: false);
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        var unjudged = await patient.WriteAsync(Case.Signed(Case.Order("o1", Rulebook.ForWomen)), Case.Charge("c1", Rulebook.ForWomen, 1, 8));
        await patient.WriteAsync(Case.Refund("r1", "c1", -0.5m, 8));
        ward.Swap(Rulebook.Release());
        var page = await ward.UntilAsync(() => ListAsync(ward), page => page.Entries.Count > 0, "a late judgement");

        await Archived.SameAsync(ward, page.Entries[0].Answer.CheckId);
        await Archived.SameAsync(ward, unjudged.CheckId);
        Assert.Equal(CheckState.Unchecked, unjudged.State);
    }

    [Fact]
    public async Task A_check_on_a_memory_that_may_be_behind_is_partial_again()
    {
        await using var ward = await Archived.OpenAsync();
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        ward.Ledger.Down = true;
        ward.Time.Advance(EncounterMemory.Trusted);
        var answer = await patient.CheckAsync(Case.Order("o1", Rulebook.ForWomen));
        ward.Ledger.Down = false;
        Assert.Equal(CheckState.Partial, answer.State);

        await Archived.SameAsync(ward, answer.CheckId);
    }

    [Fact]
    public async Task A_check_that_could_not_be_judged_is_recorded_and_there_is_nothing_to_judge_again()
    {
        await using var ward = await Archived.OpenAsync();
        ward.Ledger.Down = true;
        var answer = await new Case(ward, "V1").CheckAsync(Case.Order("o1", Rulebook.ForWomen));
        ward.Ledger.Down = false;
        Assert.Equal(CheckState.Unchecked, answer.State);

        var replay = await Archived.ReplayAsync(ward, answer.CheckId);

        Assert.Null(replay.Replayed);
        Assert.Equal("ledger_unavailable", Assert.Single(replay.Recorded.StateReasons).Code);
    }

    [Fact]
    public async Task What_is_missing_is_named()
    {
        await using var ward = await Archived.OpenAsync();
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        ward.Swap(Rulebook.Release(2, Rulebook.Tolerant));
        var answer = await patient.CheckAsync(Case.Order("o1", Rulebook.ForWomen));

        var missing = await Assert.ThrowsAsync<ReplayRefusedException>(() => Archived.ReplayAsync(ward, answer.CheckId));
        var unknown = await Assert.ThrowsAsync<ReplayRefusedException>(() => Archived.ReplayAsync(ward, "no-such-check"));

        Assert.Contains(ReleaseBuilder.HashOf(Rulebook.Tolerant), missing.Message, StringComparison.Ordinal);
        Assert.Contains("no-such-check", unknown.Message, StringComparison.Ordinal);
    }

    private static Task<LatePage> ListAsync(Ward ward) =>
        ward.Encounters.ListLateAsync(Ward.His with { Person = "doc1" }, null, 0, 0, TestContext.Current.CancellationToken);
}
