using OrderCheck.Core.Charges;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Rules;
using OrderCheck.Grains.Findings;
using OrderCheck.Grains.Permissions;
using OrderCheck.Grains.Tests.Clusters;
using OrderCheck.Grains.Tests.Encounters;
using OrderCheck.Grains.Tests.Releases;

namespace OrderCheck.Grains.Tests.Findings;

/// <summary>What interrupts nobody: automatic charges wait for the morning, safety for the pharmacist.</summary>
public sealed class MorningListTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly Caller Nurse = Ward.His with { Role = Role.Nurse, Person = "nurse1" };

    [Fact]
    public async Task Automatic_charges_interrupt_nobody_and_are_listed_by_ward_and_day()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();

        var receipt = await patient.WriteAsync(
            Automatic("c1", "W1"), Automatic("c2", "W2"), Automatic("c3", "W1") with { OccurredAt = Ward.Morning.AddDays(-1) },
            Case.Charge("c4", Rulebook.Bed, 1, 8) with { Automatic = true, Ward = "W1" });

        Assert.Empty(receipt.Findings);
        Assert.True(receipt.ListedForMorning > 0);
        Assert.Equal(["W1", "W2"], (await MorningAsync(ward, Nurse, Today)).Select(entry => entry.Department).Order(StringComparer.Ordinal));
        Assert.Equal("W2", Assert.Single(await MorningAsync(ward, Nurse, Today, "W2")).Department);
        var yesterday = Assert.Single(await MorningAsync(ward, Nurse, Today.AddDays(-1)));
        Assert.Equal(("V1", "W1", receipt.CheckId), (yesterday.VisitNumber, yesterday.Department, yesterday.Answer.CheckId));
        Assert.Empty(await MorningAsync(ward, Nurse, Today.AddDays(1)));
    }

    [Fact]
    public async Task What_a_nurse_charges_by_hand_is_told_at_once_and_not_listed()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();

        var receipt = await patient.WriteAsync(Automatic("c1", "W1") with { Automatic = false });

        Assert.Equal(Core.Findings.Response.Justify, Response(receipt));
        Assert.Equal(0, receipt.ListedForMorning);
        Assert.Empty(await MorningAsync(ward, Nurse, Today));
    }

    [Fact]
    public async Task What_no_release_had_judged_at_midnight_is_listed_once_one_is_live_and_not_for_a_doctor()
    {
        await using var ward = await Ward.OpenAsync();
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        await patient.WriteAsync(Automatic("c1", "W1"));
        Assert.Empty(await MorningAsync(ward, Nurse, Today));

        ward.Swap(Rulebook.Release());

        var listed = await ward.UntilAsync(() => MorningAsync(ward, Nurse, Today), entries => entries.Count > 0, "the batch is judged late");
        Assert.Equal("c1", Assert.Single(Assert.Single(listed).Answer.Findings).Offender!.ChargeId);
        Assert.Empty((await ward.Encounters.ListLateAsync(Ward.His with { Person = "doc1" }, null, 0, 0, TestContext.Current.CancellationToken)).Entries);
    }

    [Fact]
    public async Task The_list_is_on_disk_with_the_charges()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        await patient.WriteAsync(Automatic("c1", "W1"));

        await ward.RestartAsync();

        Assert.Single(await MorningAsync(ward, Nurse, Today));
    }

    [Fact]
    public async Task Pages_of_one_list_follow_each_other()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        for (var visit = 1; visit <= 3; visit++)
        {
            var patient = new Case(ward, $"V{visit}");
            await patient.AdmittedAsync();
            await patient.WriteAsync(Automatic("c1", "W1"));
        }
        var cancellation = TestContext.Current.CancellationToken;

        var first = await ward.Encounters.ListWorkAsync(Nurse, new WorkList(Today, "W1"), 0, 2, cancellation);
        var second = await ward.Encounters.ListWorkAsync(Nurse, new WorkList(Today, "W1"), first.Next, 2, cancellation);

        Assert.Equal([["V1", "V2"], ["V3"]], new[] { first, second }.Select(page => page.Entries.Select(entry => entry.VisitNumber)));
    }

    [Fact]
    public async Task Safety_signed_by_the_doctor_is_on_the_pharmacists_list_and_not_on_the_doctors()
    {
        var safety = Rulebook.Folder.Files.Select(file => file with { Text = file.Text.Replace("\"payment\"", "\"safety\"", StringComparison.Ordinal) });
        var folder = new RuleFolder([.. safety, new RuleFile("alerts/routing.csv", "domain,roles\nsafety,pharmacist\n")]);
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release(folder: folder));
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        var doctor = Ward.His with { Role = Role.Doctor, Person = "doc1" };
        var cancellation = TestContext.Current.CancellationToken;

        var receipt = await ward.Encounters.WriteAsync(
            doctor, patient.Ref, new("sign", [Case.Signed(Case.Order("o1", Rulebook.ForWomen))]), cancellation);

        Assert.Empty(receipt.Findings);
        Assert.Empty((await ward.Encounters.ListLateAsync(doctor, null, 0, 0, cancellation)).Entries);
        var pharmacist = await ward.Encounters.ListWorkAsync(Ward.His with { Role = Role.Pharmacist }, new WorkList(null, null), 0, 0, cancellation);
        Assert.Equal("o1", Assert.Single(Assert.Single(pharmacist.Entries).Answer.Findings).Offender!.OrderId);
        Assert.Empty((await ward.Encounters.ListWorkAsync(Nurse, new WorkList(null, null), 0, 0, cancellation)).Entries);
    }

    [Theory]
    [InlineData(Role.Doctor, true)]
    [InlineData(Role.Doctor, false)]
    [InlineData(Role.Pharmacist, true)]
    [InlineData(Role.His, false)]
    public async Task Whose_list_it_is_not_does_not_see_it(Role role, bool morning)
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());

        await Assert.ThrowsAsync<NotPermittedException>(() => ward.Encounters.ListWorkAsync(
            Ward.His with { Role = role }, new WorkList(morning ? Today : null, null), 0, 0, TestContext.Current.CancellationToken));
    }

    private static Core.Findings.Response Response(WriteReceipt receipt) => Assert.Single(receipt.Findings).Response;

    private static Charge Automatic(string id, string wardCode) => Case.Charge(id, Rulebook.ForWomen, 1, 8) with { Automatic = true, Ward = wardCode };

    private static async Task<IReadOnlyList<LateJudgement>> MorningAsync(Ward ward, Caller caller, DateOnly day, string? wardCode = null) =>
        (await ward.Encounters.ListWorkAsync(caller, new WorkList(day, wardCode), 0, 0, TestContext.Current.CancellationToken)).Entries;
}
