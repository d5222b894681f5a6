using OrderCheck.Core.Checks;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Rules;
using OrderCheck.Grains.Tests.Clusters;
using OrderCheck.Grains.Tests.Encounters;
using OrderCheck.Grains.Tests.Releases;

namespace OrderCheck.Grains.Tests.Findings;

/// <summary>One card for several orders: telling it tells each, and one reason answers each.</summary>
public sealed class MergedCardTests
{
    private static readonly RuleFolder Merging = new([
        .. Rulebook.Folder.Files.Select(file => file.Path == "knowledge/sex_limits.csv"
            ? file with { Text = file.Text + $"{Rulebook.Bed},住院诊查费,女,限女性,测试\n" }
            : file),
        new RuleFile("alerts/cards.csv", "role,max_cards,merge_from\n*,10,2\n"),
    ]);

    private static readonly Order[] Orders = [Case.Order("o1", Rulebook.ForWomen), Case.Order("o2", Rulebook.Bed), Case.Order("o3", Rulebook.Bed)];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Signing_any_one_of_the_orders_that_a_card_told_lists_nothing_again(int signed)
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release(folder: Merging));
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        var check = await patient.CheckAsync(Orders);
        Assert.Equal(2, Assert.Single(check.Findings).Also.Count);

        Assert.Empty((await patient.CitingAsync(check.CheckId, Case.Signed(Orders[signed]))).Findings);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_reason_on_the_card_folds_each_order_alone_also_after_a_restart(bool restarted)
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release(folder: Merging));
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        var check = await patient.CheckAsync(Orders);
        if (restarted)
            await ward.RestartAsync();

        await patient.WriteAsync(Decided("d1", check));

        if (restarted)
            await ward.RestartAsync();
        foreach (var order in Orders)
            Assert.True(Assert.Single((await patient.CheckAsync(order)).Findings).Folded);
        var recorded = Assert.Single((await ward.FactsAsync("V1")).Select(fact => fact.Fact).OfType<DecisionRecorded>());
        Assert.Equal(check.Findings[0].AllKeys(), recorded.AlsoKeys.Prepend(recorded.FindingKey));
    }

    [Fact]
    public async Task The_same_decision_sent_again_is_the_same_although_the_card_was_filled_in()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release(folder: Merging));
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        var decision = Decided("d1", await patient.CheckAsync(Orders));
        await patient.WriteAsync(decision);

        Assert.Equal(["d1"], (await patient.WriteAsync(decision)).AlreadyRecorded);
    }

    [Fact]
    public async Task A_reason_for_a_check_that_nobody_knows_answers_what_it_names()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release(folder: Merging));
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        var card = (await patient.CheckAsync(Orders)).Findings[0];

        await patient.WriteAsync(new DecisionRecorded("no-such-check", card.Key, DecisionKind.Overridden, "病情需要", false)
        {
            Id = "d1",
            OccurredAt = Ward.Morning,
            AlsoKeys = [card.Also[0].Key],
        });

        Assert.Equal([true, false], (await patient.CheckAsync(Orders)).Findings.Select(finding => finding.Folded).OrderDescending());
    }

    [Fact]
    public async Task The_callers_role_decides_what_is_shown_and_the_rest_is_counted()
    {
        var folder = new RuleFolder([.. Rulebook.Folder.Files, new RuleFile("alerts/routing.csv", "domain,roles\npayment,officer\n")]);
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release(folder: folder));
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();

        var doctor = await AskAsync(ward, patient, Role.Doctor);
        var officer = await AskAsync(ward, patient, Role.Officer);

        Assert.Empty(doctor.Findings);
        Assert.Equal([Role.Officer], Assert.Single(doctor.Routed).For);
        Assert.Equal(doctor.Routed[0].Key, Assert.Single(officer.Findings).Key);
    }

    private static DecisionRecorded Decided(string id, CheckAnswer check) =>
        new(check.CheckId, check.Findings[0].Key, DecisionKind.Overridden, "病情需要", false) { Id = id, OccurredAt = Ward.Morning };

    private static Task<CheckAnswer> AskAsync(Ward ward, Case patient, Role role) => ward.Encounters.CheckAsync(
        Ward.His with { Role = role, Person = role.ToString() }, patient.Ref, new CheckRequest([Orders[0]], Stage.Order), TestContext.Current.CancellationToken);
}
