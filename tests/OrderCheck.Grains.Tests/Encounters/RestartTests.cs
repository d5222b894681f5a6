using CsCheck;
using OrderCheck.Core.Amounts;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Identity;
using OrderCheck.Grains.Tests.Clusters;
using OrderCheck.Grains.Tests.Releases;

namespace OrderCheck.Grains.Tests.Encounters;

public sealed class RestartTests
{
    private enum Step
    {
        Charge,
        Refund,
        Sign,
        Repeat,
        Forget,
    }

    [Fact]
    public async Task Totals_after_a_kill_equal_those_before_it_and_the_fold_of_the_ledger()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        for (var n = 0; n < 30; n++)
            await patient.WriteAsync(Case.Charge($"c{n}", n % 2 == 0 ? Rulebook.Bed : Rulebook.ForWomen, n + 1, 0.0137m), Case.Refund($"r{n}", $"c{n}", -1, 0.0137m));
        var before = (await patient.DescribeAsync())!;

        await ward.RestartAsync();
        var after = (await patient.DescribeAsync())!;

        var fold = EncounterState.Replay(new EncounterKey(Ward.HospitalCode, "V1"), Ward.Hospital.TimeZone, await ward.FactsAsync("V1"));
        Assert.Equal(before with { ByCategory = after.ByCategory, ByClass = after.ByClass }, after);
        Assert.Equal(before.ByCategory.OrderBy(sum => sum.Key), after.ByCategory.OrderBy(sum => sum.Key));
        Assert.Equal(fold.Totals.Total, after.Total);
        Assert.Equal(fold.Totals.OwnShare, after.OwnShare);
    }

    [Fact]
    public async Task In_any_history_an_encounter_forgotten_at_any_moment_has_the_totals_of_one_that_never_was()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        var visits = 0;
        await Gen.Int[0, 4].Select(step => (Step)step).Array[4, 14].SampleAsync(
            async steps => await PlayAsync(ward, $"V{Interlocked.Increment(ref visits)}", steps), iter: 25, threads: 1);
    }

    /// <summary>Plays the steps with a plain sum beside them.</summary>
    private static async Task PlayAsync(Ward ward, string visit, Step[] steps)
    {
        var patient = new Case(ward, visit);
        await patient.AdmittedAsync();
        var charges = new List<Charge>();
        var refunded = new HashSet<string>();
        var expected = Money.Zero;
        for (var n = 0; n < steps.Length; n++)
        {
            switch (steps[n])
            {
                case Step.Charge:
                    charges.Add(Case.Charge($"c{n}", Rulebook.Bed, n + 1, 1.01m));
                    expected += charges[^1].Amount;
                    await patient.WriteAsync(charges[^1]);
                    break;
                case Step.Refund when charges.Find(charge => !refunded.Contains(charge.Id)) is { } charge:
                    var refund = Case.Refund($"r{n}", charge.Id, -1, 1.01m);
                    refunded.Add(charge.Id);
                    expected += refund.Amount;
                    await patient.WriteAsync(refund);
                    break;
                case Step.Sign:
                    await patient.WriteAsync(Case.Signed(Case.Order($"o{n}", Rulebook.ForWomen)));
                    break;
                case Step.Repeat when charges.Count > 0:
                    Assert.Equal(0, (await patient.WriteAsync([.. charges])).Recorded);
                    break;
                case Step.Forget:
                    await ward.ForgetAsync(visit);
                    break;
            }
            Assert.Equal(expected, await patient.TotalAsync());
        }
        var fold = EncounterState.Replay(new EncounterKey(Ward.HospitalCode, visit), Ward.Hospital.TimeZone, await ward.FactsAsync(visit));
        Assert.Equal(expected, fold.Totals.Total);
    }
}
