using OrderCheck.Core.Checks;
using OrderCheck.Grains.Tests.Clusters;
using OrderCheck.Grains.Tests.Encounters;

namespace OrderCheck.Grains.Tests.Releases;

public sealed class CheckingTests
{
    [Fact]
    public async Task A_man_is_told_of_an_item_for_women_and_the_check_can_be_read_again()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();

        var answer = await patient.CheckAsync(Case.Order("o1", Rulebook.ForWomen), Case.Order("o2", Rulebook.Bed));

        Assert.Equal(CheckState.Complete, answer.State);
        Assert.Equal("o1", Assert.Single(answer.Findings).Offender!.OrderId);
        var kept = await ward.Encounters.GetCheckAsync(Ward.His, answer.CheckId, TestContext.Current.CancellationToken);
        Assert.Equal(answer.Findings[0].Key, Assert.Single(kept!.Findings).Key);
    }

    [Fact]
    public async Task Without_a_release_the_answer_says_that_nothing_was_judged()
    {
        await using var ward = await Ward.OpenAsync();
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();

        var answer = await patient.CheckAsync(Case.Order("o1", Rulebook.ForWomen));

        Assert.Equal(CheckState.Unchecked, answer.State);
        Assert.Equal("release_missing", Assert.Single(answer.StateReasons).Code);
    }

    [Fact]
    public async Task What_a_doctor_has_seen_comes_back_folded_for_that_doctor_alone()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        var order = Case.Order("o1", Rulebook.ForWomen);
        await patient.CheckByAsync("doc1", order);

        var again = await patient.CheckByAsync("doc1", order);
        var other = await patient.CheckByAsync("doc2", order);

        Assert.True(Assert.Single(again.Findings).Folded);
        Assert.False(Assert.Single(other.Findings).Folded);
    }
}
