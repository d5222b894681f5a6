using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Grains.Tests.Clusters;
using OrderCheck.Grains.Tests.Encounters;
using OrderCheck.Grains.Tests.Patients;
using OrderCheck.Grains.Tests.Releases;

namespace OrderCheck.Grains.Tests.Replay;

/// <summary>What a check saw of the patient's other encounters, it sees again, whatever they have recorded since.</summary>
public sealed class HistoryReplayTests
{
    [Fact]
    public async Task A_check_on_other_encounters_comes_out_the_same_a_year_later()
    {
        await using var ward = await OpenAsync();
        var earlier = await Yearly.VisitAsync(ward, "V1", "PATIENT-1", used: 2);
        var next = await Yearly.VisitAsync(ward, "V2", "PATIENT-1", used: 0);
        var passed = await Yearly.CountedAsync(ward, next, null);
        await earlier.WriteAsync(Case.Charge("c2", Rulebook.Bed, 1, 8));
        var found = await Yearly.CountedAsync(ward, next, 4);
        await earlier.WriteAsync(new StayUpdated(new StayDetails { PatientNumber = "PATIENT-2" }) { Id = "u1", OccurredAt = Ward.Morning });
        await Yearly.CountedAsync(ward, next, null);

        await ward.RestartAfterAsync(TimeSpan.FromDays(366));

        await Archived.SameAsync(ward, passed.CheckId);
        await Archived.SameAsync(ward, found.CheckId);
        Assert.True(passed.HistoryVersion < found.HistoryVersion);
    }

    [Fact]
    public async Task A_check_without_a_history_is_undetermined_again()
    {
        await using var ward = await OpenAsync();
        await Yearly.VisitAsync(ward, "V1", "PATIENT-1", used: 3);
        ward.Ledger.PatientsDown = true;
        var next = await Yearly.VisitAsync(ward, "V2", "PATIENT-1", used: 0);
        var unknown = await Yearly.OrderAsync(next);
        ward.Ledger.PatientsDown = false;

        Assert.Equal(1, unknown.UndeterminedCount);
        await Archived.SameAsync(ward, unknown.CheckId);
    }

    [Fact]
    public async Task A_check_on_a_history_that_nobody_could_confirm_is_partial_again()
    {
        await using var ward = await OpenAsync();
        await Yearly.VisitAsync(ward, "V1", "PATIENT-1", used: 3);
        var next = await Yearly.VisitAsync(ward, "V2", "PATIENT-1", used: 0);
        await Yearly.CountedAsync(ward, next, 4);
        ward.Ledger.PatientsDown = true;
        var stale = await Yearly.UntilAsync(ward, next, answer => answer.State == CheckState.Partial, "an answer that says it is stale");

        await Archived.SameAsync(ward, stale.CheckId);
    }

    [Fact]
    public async Task Signing_and_charging_are_judged_again_with_what_they_saw()
    {
        await using var ward = await OpenAsync();
        await Yearly.VisitAsync(ward, "V1", "PATIENT-1", used: 3);
        var next = await Yearly.VisitAsync(ward, "V2", "PATIENT-1", used: 0);
        await Yearly.CountedAsync(ward, next, 4);

        var charged = await next.WriteAsync(Case.Charge("c1", Rulebook.Bed, 1, 8), Case.Signed(Case.Order("o9", Rulebook.Bed)));

        Assert.NotEmpty(charged.Findings);
        await Archived.SameAsync(ward, charged.CheckId);
        var read = await ward.Encounters.GetCheckAsync(Ward.His, charged.CheckId, TestContext.Current.CancellationToken);
        Assert.Equal(3, read!.HistoryVersion);
    }

    private static async Task<Ward> OpenAsync()
    {
        var ward = await Archived.OpenAsync(withRelease: false);
        await Archived.PublishAsync(ward, Yearly.Folder, 1);
        return ward;
    }
}
