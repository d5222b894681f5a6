using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Grains.Findings;
using OrderCheck.Grains.Tests.Clusters;
using OrderCheck.Grains.Tests.Encounters;
using OrderCheck.Grains.Tests.Releases;

namespace OrderCheck.Grains.Tests.Findings;

/// <summary>What was promised by a time is looked at when that has passed.</summary>
public sealed class PromiseDueTests
{
    private static readonly TimeSpan Until = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task What_was_promised_and_did_not_come_in_time_is_listed_once_for_who_promised_it()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        var patient = await PromisedAsync(ward);
        Assert.Empty((await ListAsync(ward)).Entries);

        var entries = (await ward.UntilAsync(() => ListAsync(ward), page => page.Entries.Count > 0, "the promise to be raised")).Entries;

        var finding = Assert.Single(Assert.Single(entries).Answer.Findings);
        Assert.Equal("o1", finding.Offender!.OrderId);
        Assert.EndsWith("，至今未见补录）", finding.Message, StringComparison.Ordinal);
        await patient.WriteAsync(Case.Charge("c1", Rulebook.Bed, 1, 8));
        await ward.RestartAsync();
        Assert.Empty(await ward.Ledger.ListPromisesDueAsync(ward.Time.GetUtcNow(), 10, TestContext.Current.CancellationToken));
        Assert.Single((await ListAsync(ward)).Entries);
        // Nobody is interrupted, and it is verified before discharge all the same.
        Assert.True(Assert.Single((await patient.CheckAsync(Case.Order("o1", Rulebook.ForWomen))).Findings).Folded);
        var audit = await ward.Encounters.AuditAsync(Ward.His, new("V1", null), new([], Core.Checks.Stage.Discharge), TestContext.Current.CancellationToken);
        Assert.Contains(audit.Findings, found => found.Key == finding.Key && found.Message.EndsWith("，出院前未见补录）", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_came_in_time_is_on_nobodys_list()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        var patient = await PromisedAsync(ward);
        await patient.WriteAsync(new LaboratoryValueRecorded("HCG", "人绒毛膜促性腺激素", "阳性", null) { Id = "result", OccurredAt = Ward.Morning.AddSeconds(1) });

        await ward.UntilAsync(() => ward.FactsAsync("V1"), facts => facts.Any(fact => fact.Fact is LateJudged { PromiseKeys.Count: 1 }), "the sweeper");

        Assert.Empty((await ListAsync(ward)).Entries);
    }

    private static async Task<Case> PromisedAsync(Ward ward)
    {
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        var order = Case.Order("o1", Rulebook.ForWomen);
        var check = await patient.CheckAsync(order);
        await patient.CitingAsync(check.CheckId, Case.Signed(order));
        await patient.WriteAsync(new DecisionRecorded(check.CheckId, Assert.Single(check.Findings).Key, DecisionKind.Overridden, "结果待补", false)
        {
            Id = "promise",
            OccurredAt = Ward.Morning,
            Promise = PromiseKind.ResultToFollow,
            PromiseDue = Ward.Morning + Until,
            DecidedBy = "doc7",
        });
        Assert.Empty(await ward.Ledger.ListPromisesDueAsync(ward.Time.GetUtcNow(), 10, TestContext.Current.CancellationToken));
        return patient;
    }

    private static Task<LatePage> ListAsync(Ward ward) =>
        ward.Encounters.ListLateAsync(Ward.His with { Person = "doc7" }, null, 0, 0, TestContext.Current.CancellationToken);
}
