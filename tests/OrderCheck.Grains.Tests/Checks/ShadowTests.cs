using Microsoft.Extensions.DependencyInjection;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Identity;
using OrderCheck.Grains.Checks;
using OrderCheck.Grains.Permissions;
using OrderCheck.Grains.Tests.Clusters;
using OrderCheck.Grains.Tests.Encounters;
using OrderCheck.Grains.Tests.Releases;
using OrderCheck.Grains.Tests.Replay;
using OrderCheck.Ledger.Checks;

namespace OrderCheck.Grains.Tests.Checks;

/// <summary>What is done behind the answer: shadow rules, and each rule's record.</summary>
public sealed class ShadowTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly Caller Officer = Ward.His with { Role = Role.Officer, Person = "office1" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_shadow_rule_says_nothing_at_the_screen_and_its_finding_is_kept_for_the_office()
    {
        await using var ward = await Archived.OpenAsync();
        await Archived.PublishAsync(ward, Rulebook.Shadow, 2);
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();

        var answer = await patient.CheckAsync(Case.Order("o1", Rulebook.ForWomen));
        var counts = await CountsAsync(ward);

        Assert.Empty(answer.Findings);
        Assert.Equal(CheckState.Complete, answer.State);
        Assert.Equal([new RuleCount(Ward.HospitalCode, Today, "item-for-the-other-sex", true, "", 1)], counts);
        var kept = await ward.Encounters.GetCheckAsync(Officer, ShadowCheck.IdOf(answer.CheckId), Cancellation);
        Assert.Equal("o1", Assert.Single(kept!.Findings).Offender!.OrderId);
        await Archived.SameAsync(ward, ShadowCheck.IdOf(answer.CheckId));
        await Archived.SameAsync(ward, answer.CheckId);
    }

    [Theory]
    [InlineData(Role.Doctor)]
    [InlineData(Role.Nurse)]
    [InlineData(Role.Pharmacist)]
    [InlineData(Role.His)]
    public async Task Nobody_but_the_office_reads_it(Role role)
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release(1, Rulebook.Shadow));
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        var answer = await patient.CheckAsync(Case.Order("o1", Rulebook.ForWomen));
        var caller = Ward.His with { Role = role, Person = "doc1" };

        await Assert.ThrowsAsync<NotPermittedException>(() => ward.Encounters.GetCheckAsync(caller, ShadowCheck.IdOf(answer.CheckId), Cancellation));
        await Assert.ThrowsAsync<NotPermittedException>(() => Records(ward).ListAsync(caller, Today, Today, Cancellation));
    }

    [Fact]
    public async Task A_write_is_looked_at_too_and_its_receipt_says_nothing_of_it()
    {
        await using var ward = await Archived.OpenAsync();
        await Archived.PublishAsync(ward, Rulebook.Shadow, 2);
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();

        var receipt = await patient.WriteAsync(Case.Charge("c1", Rulebook.ForWomen, 1, 8));

        Assert.Empty(receipt.Findings);
        Assert.Equal(1, Assert.Single(await CountsAsync(ward), count => count is { Shadow: true, Input: "" }).Times);
    }

    [Fact]
    public async Task Each_rule_has_a_record_of_what_it_found_and_of_what_it_lacked()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        await patient.CheckAsync(Case.Order("o1", Rulebook.ForWomen));
        await patient.CheckAsync(Case.Order("o1", Rulebook.ForWomen));
        var stranger = new Case(ward, "V2");
        await stranger.CheckAsync(Case.Order("o1", Rulebook.ForWomen));

        Assert.Equal(
            [
                new RuleCount(Ward.HospitalCode, Today, "item-for-the-other-sex", false, "", 2),
                new RuleCount(Ward.HospitalCode, Today, "item-for-the-other-sex", false, RuleCount.Asked, 2),
                new RuleCount(Ward.HospitalCode, Today, "item-for-the-other-sex", false, "patient.Sex", 1),
            ],
            await CountsAsync(ward));
        Assert.Empty(await Records(ward).ListAsync(Officer, Today.AddDays(1), Today.AddDays(9), Cancellation));
    }

    private static IRuleRecords Records(Ward ward) => ward.Silo(0).GetRequiredService<IRuleRecords>();

    private static Task<IReadOnlyList<RuleCount>> CountsAsync(Ward ward) => Records(ward).ListAsync(Officer, Today, Today, Cancellation);
}
