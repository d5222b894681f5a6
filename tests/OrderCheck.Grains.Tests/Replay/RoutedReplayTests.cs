using OrderCheck.Core.Checks;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Rules;
using OrderCheck.Grains.Tests.Clusters;
using OrderCheck.Grains.Tests.Encounters;
using OrderCheck.Grains.Tests.Releases;

namespace OrderCheck.Grains.Tests.Replay;

/// <summary>Who is shown what is part of the answer, so it comes out the same, whoever is shown it today.</summary>
public sealed class RoutedReplayTests
{
    private static readonly RuleFolder ForPharmacists = Routed("pharmacist");

    [Fact]
    public async Task What_a_doctor_was_not_shown_is_again_for_the_pharmacist_and_the_other_way_round()
    {
        await using var ward = await Archived.OpenAsync(withRelease: false);
        await Archived.PublishAsync(ward, ForPharmacists, 1);
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        var doctor = await CheckAsync(ward, patient, Role.Doctor);
        var pharmacist = await CheckAsync(ward, patient, Role.Pharmacist);
        Assert.Empty(doctor.Findings);
        Assert.Equal([Role.Pharmacist], Assert.Single(doctor.Routed).For);
        Assert.Single(pharmacist.Findings);

        await ward.RestartAfterAsync(TimeSpan.FromDays(366));
        await Archived.PublishAsync(ward, Routed("doctor|nurse"), 2);

        await Archived.SameAsync(ward, doctor.CheckId);
        await Archived.SameAsync(ward, pharmacist.CheckId);
    }

    [Fact]
    public async Task What_is_routed_away_when_orders_are_signed_is_so_again()
    {
        await using var ward = await Archived.OpenAsync(withRelease: false);
        await Archived.PublishAsync(ward, ForPharmacists, 1);
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();

        var receipt = await ward.Encounters.WriteAsync(
            By(Role.Doctor), patient.Ref, new("sign", [Case.Signed(Case.Order("o1", Rulebook.ForWomen))]), TestContext.Current.CancellationToken);

        Assert.Empty(receipt.Findings);
        var replay = await Archived.ReplayAsync(ward, receipt.CheckId);
        Assert.Empty(replay.Differences);
        var routed = Assert.Single(replay.Replayed!.Routed);
        Assert.Equal(("pharmacist", 1), (routed.Role, routed.Count));
    }

    [Fact]
    public async Task Shown_to_others_by_another_release_the_difference_is_named()
    {
        await using var ward = await Archived.OpenAsync(withRelease: false);
        await Archived.PublishAsync(ward, ForPharmacists, 1);
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        var answer = await CheckAsync(ward, patient, Role.Doctor);

        var replay = await Archived.ReplayAsync(ward, answer.CheckId, Rulebook.Release(7, Routed("doctor")));

        Assert.Contains(replay.Differences, difference => difference.Recorded.Length == 0 && difference.Replayed.Length > 0);
        Assert.Single(replay.Replayed!.Findings);
    }

    private static RuleFolder Routed(string roles)
    {
        var safety = Rulebook.Folder.Files.Select(file => file with { Text = file.Text.Replace("\"payment\"", "\"safety\"", StringComparison.Ordinal) });
        return new RuleFolder([.. safety, new RuleFile("alerts/routing.csv", $"domain,roles\nsafety,{roles}\n")]);
    }

    private static Caller By(Role role) => Ward.His with { Role = role, Person = "reader" };

    private static Task<CheckAnswer> CheckAsync(Ward ward, Case patient, Role role) => ward.Encounters.CheckAsync(
        By(role), patient.Ref, new CheckRequest([Case.Order("o1", Rulebook.ForWomen)], Stage.Order), TestContext.Current.CancellationToken);
}
