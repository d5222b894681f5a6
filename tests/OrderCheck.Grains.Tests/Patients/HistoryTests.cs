using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Grains.Encounters;
using OrderCheck.Grains.Patients;
using OrderCheck.Grains.Tests.Clusters;
using OrderCheck.Grains.Tests.Encounters;
using OrderCheck.Grains.Tests.Releases;
using OrderCheck.Grains.Tests.Replay;

namespace OrderCheck.Grains.Tests.Patients;

public sealed class HistoryTests
{
    [Fact]
    public async Task What_was_used_up_in_an_earlier_encounter_is_found_in_the_next_one()
    {
        await using var ward = await Ward.OpenAsync(release: Yearly.Release);
        await Yearly.VisitAsync(ward, "V1", "PATIENT-1", used: 3);
        var next = await Yearly.VisitAsync(ward, "V2", "PATIENT-1", used: 0);
        var stranger = await Yearly.VisitAsync(ward, "V3", "PATIENT-2", used: 0);

        var found = await Yearly.CountedAsync(ward, next, 4);

        Assert.Equal(3, found.HistoryVersion);
        Assert.Equal(1, (await Yearly.CountedAsync(ward, stranger, null)).HistoryVersion);
    }

    [Fact]
    public async Task A_check_before_the_history_was_read_does_not_wait_for_it_and_says_what_is_missing()
    {
        await using var ward = await Ward.OpenAsync(release: Yearly.Release);
        await Yearly.VisitAsync(ward, "V1", "PATIENT-1", used: 3);
        var reading = ward.Ledger.HoldNextPatient();
        var next = await Yearly.VisitAsync(ward, "V2", "PATIENT-1", used: 0);
        await reading.Begun;

        var early = await Yearly.OrderAsync(next);
        reading.LetGo();

        Assert.Equal((0, 1), (early.HistoryVersion, early.UndeterminedCount));
        Assert.Equal(["history.InYear"], Assert.Single(early.Findings).MissingInputs);
        await Yearly.CountedAsync(ward, next, 4);
    }

    [Fact]
    public async Task The_first_question_about_a_stay_that_tells_its_patient_is_judged_with_the_patients_others_and_again_in_the_same_way()
    {
        await using var ward = await Archived.OpenAsync();
        await Archived.PublishAsync(ward, Yearly.Folder, 2);
        await Yearly.VisitAsync(ward, "V1", "PATIENT-1", used: 3);
        var told = new ReportedEncounter { Stay = Yearly.Admission("PATIENT-1", Ward.Morning).Stay, AdmittedAt = Ward.Morning.AddHours(-1) };

        var first = await AskAsync(ward, "V2", told);
        var nobody = await AskAsync(ward, "V3", told with { Stay = told.Stay with { PatientNumber = null } });

        Assert.Contains("本年已用4次", Assert.Single(first.Findings).Message, StringComparison.Ordinal);
        Assert.Equal((0L, 1), (nobody.HistoryVersion, nobody.UndeterminedCount));
        Assert.Equal(["history.InYear"], Assert.Single(nobody.Findings).MissingInputs);
        await Archived.SameAsync(ward, first.CheckId);
        await Archived.SameAsync(ward, nobody.CheckId);
    }

    private static async Task<CheckAnswer> AskAsync(Ward ward, string visit, ReportedEncounter told) => Assert.Single(await ward.Encounters.CheckReportedAsync(
        Ward.His, visit, new ReportedCheck(told, [Case.Order("o1", Rulebook.Bed)], [Stage.Order]), TestContext.Current.CancellationToken));

    [Fact]
    public async Task What_another_encounter_writes_meanwhile_reaches_the_open_one()
    {
        await using var ward = await Ward.OpenAsync(release: Yearly.Release);
        var open = await Yearly.VisitAsync(ward, "V1", "PATIENT-1", used: 0);
        await Yearly.CountedAsync(ward, open, null);

        var other = await Yearly.VisitAsync(ward, "V2", "PATIENT-1", used: 3);
        await Yearly.CountedAsync(ward, open, 4);
        await other.WriteAsync(Case.Refund("r1", "c1", -1, 8));

        await Yearly.CountedAsync(ward, open, null);
    }

    [Fact]
    public async Task A_hint_that_was_lost_is_made_up_for_within_minutes()
    {
        await using var ward = await Ward.OpenAsync(release: Yearly.Release);
        var open = await Yearly.VisitAsync(ward, "V1", "PATIENT-1", used: 0);
        await Yearly.CountedAsync(ward, open, null);
        var behind = await ward.Ledger.Store.OpenEncounterAsync(new(Ward.HospitalCode, "V2"), TestContext.Current.CancellationToken);

        await ward.AppendBehindAsync(behind, Yearly.Admission("PATIENT-1", Ward.Morning), Case.Charge("c1", Rulebook.Bed, 3, 8));

        await Yearly.CountedAsync(ward, open, 4);
        Assert.True(ward.Time.GetUtcNow() - Ward.Morning <= EncounterHistory.Trusted + HistoryKeeper.Period + TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Merged_master_records_share_their_history()
    {
        await using var ward = await Ward.OpenAsync(release: Yearly.Release);
        await Yearly.VisitAsync(ward, "V1", "PATIENT-1", used: 2);
        var other = await Yearly.VisitAsync(ward, "V2", "PATIENT-2", used: 1);
        await Yearly.CountedAsync(ward, other, null);

        await other.WriteAsync(new Merged(null, "PATIENT-1") { Id = "m1", OccurredAt = Ward.Morning });

        await Yearly.CountedAsync(ward, other, 4);
        await Yearly.CountedAsync(ward, await Yearly.VisitAsync(ward, "V3", "PATIENT-2", used: 0), 4);
    }

    [Fact]
    public async Task A_wrong_patient_that_is_corrected_takes_the_encounter_along_and_never_shows_the_wrong_history_again()
    {
        await using var ward = await Ward.OpenAsync(release: Yearly.Release);
        await Yearly.VisitAsync(ward, "V1", "PATIENT-1", used: 3);
        var wrong = await Yearly.VisitAsync(ward, "V2", "PATIENT-1", used: 1);
        var right = await Yearly.VisitAsync(ward, "V3", "PATIENT-2", used: 2);
        await Yearly.CountedAsync(ward, wrong, 5);

        await wrong.WriteAsync(new StayUpdated(new StayDetails { PatientNumber = "PATIENT-2" }) { Id = "u1", OccurredAt = Ward.Morning });
        var atOnce = await Yearly.OrderAsync(wrong);

        Assert.DoesNotContain(atOnce.Findings, finding => finding.Message.Contains('5'));
        await Yearly.CountedAsync(ward, wrong, 4);
        await Yearly.CountedAsync(ward, right, 4);
        await Yearly.CountedAsync(ward, await Yearly.VisitAsync(ward, "V4", "PATIENT-1", used: 0), 4);
    }

    [Fact]
    public async Task The_new_year_begins_anew()
    {
        await using var ward = await Ward.OpenAsync(release: Yearly.Release);
        await Yearly.VisitAsync(ward, "V1", "PATIENT-1", used: 3, at: new DateTimeOffset(2025, 12, 31, 23, 30, 0, TimeSpan.FromHours(8)));
        await Yearly.VisitAsync(ward, "V2", "PATIENT-1", used: 2, at: new DateTimeOffset(2026, 1, 1, 0, 30, 0, TimeSpan.FromHours(8)));
        var now = await Yearly.VisitAsync(ward, "V3", "PATIENT-1", used: 0);

        var satisfied = await Yearly.CountedAsync(ward, now, null);

        Assert.Equal(0, satisfied.UndeterminedCount);
        Assert.Equal(5, satisfied.HistoryVersion);
        await now.WriteAsync(Case.Charge("c2", Rulebook.Bed, 1, 8));
        await Yearly.CountedAsync(ward, now, 4);
    }

    [Fact]
    public async Task An_encounter_whose_patient_nobody_knows_has_no_history_to_pass_by()
    {
        await using var ward = await Ward.OpenAsync(release: Yearly.Release);
        var unknown = new Case(ward, "V1");
        await unknown.WriteAsync(new Admitted(new StayDetails { Sex = Sex.Male, MedType = "21", Department = "D01" }) { Id = "admit", OccurredAt = Ward.Morning });

        var answer = await Yearly.OrderAsync(unknown);

        Assert.Equal((0, 1), (answer.HistoryVersion, answer.UndeterminedCount));
    }

    [Fact]
    public async Task After_a_kill_the_same_ledger_gives_the_same_version_and_the_same_findings()
    {
        await using var ward = await Ward.OpenAsync(release: Yearly.Release);
        await Yearly.VisitAsync(ward, "V1", "PATIENT-1", used: 3);
        var next = await Yearly.VisitAsync(ward, "V2", "PATIENT-1", used: 1);
        var before = await Yearly.CountedAsync(ward, next, 5);

        await ward.RestartAsync();
        var after = await Yearly.CountedAsync(ward, next, 5);

        Assert.Equal(before.HistoryVersion, after.HistoryVersion);
        Assert.Equal(before.Findings[0].Key, after.Findings[0].Key);
    }

    [Fact]
    public async Task An_encounter_in_another_silo_hears_of_it_too()
    {
        await using var ward = await Ward.OpenAsync(silos: 2, release: Yearly.Release);
        var visits = new List<Case>();
        for (var number = 0; number < 4; number++)
            visits.Add(await Yearly.VisitAsync(ward, $"V{number}", "PATIENT-1", used: 1));

        foreach (var visit in visits)
            await Yearly.CountedAsync(ward, visit, 5);
    }

    [Fact]
    public async Task A_copy_that_nobody_could_confirm_for_long_is_used_and_the_answer_says_so()
    {
        await using var ward = await Ward.OpenAsync(release: Yearly.Release);
        await Yearly.VisitAsync(ward, "V1", "PATIENT-1", used: 3);
        var next = await Yearly.VisitAsync(ward, "V2", "PATIENT-1", used: 0);
        await Yearly.CountedAsync(ward, next, 4);
        ward.Ledger.PatientsDown = true;

        var stale = await Yearly.UntilAsync(ward, next, answer => answer.State == CheckState.Partial, "an answer that says it is stale");

        Assert.Equal(["history_stale"], stale.StateReasons.Select(reason => reason.Code));
        Assert.Contains(stale.Findings, finding => finding.Message.Contains("本年已用4次", StringComparison.Ordinal));
        ward.Ledger.PatientsDown = false;
        await Yearly.UntilAsync(ward, next, answer => answer.State == CheckState.Complete, "a confirmed history");
    }
}
