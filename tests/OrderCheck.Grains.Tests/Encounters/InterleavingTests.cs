using OrderCheck.Core.Amounts;
using OrderCheck.Core.Identity;
using OrderCheck.Grains.Tests.Clusters;
using OrderCheck.Grains.Tests.Releases;

namespace OrderCheck.Grains.Tests.Encounters;

public sealed class InterleavingTests
{
    [Fact]
    public async Task A_check_is_answered_while_a_write_of_the_same_encounter_waits_for_its_commit()
    {
        await using var ward = await Ward.OpenAsync();
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        var commit = ward.Ledger.HoldNextCommit();
        var posting = patient.WriteAsync(Case.Charge("c1", Rulebook.Bed, 2, 10));
        await commit.Begun;

        var answer = await patient.CheckAsync(Case.Order("o1", Rulebook.Bed)).WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        var during = await patient.TotalAsync();

        Assert.False(posting.IsCompleted);
        Assert.Equal(1, answer.LedgerSequence);
        Assert.Equal(Money.Zero, during);
        commit.LetGo();
        await posting;
        Assert.Equal(Money.FromYuan(20), await patient.TotalAsync());
    }

    [Fact]
    public async Task A_check_is_answered_while_a_write_of_the_same_encounter_is_being_worked_out()
    {
        await using var ward = await Ward.OpenAsync();
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        var hashing = ward.Ledger.HoldNextHash();
        var posting = Task.Run(() => patient.WriteAsync(Case.Charge("c1", Rulebook.Bed, 2, 10)));
        await hashing.Begun;

        var answer = await patient.CheckAsync(Case.Order("o1", Rulebook.Bed)).WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);

        Assert.False(posting.IsCompleted);
        Assert.Equal(1, answer.LedgerSequence);
        hashing.LetGo();
        await posting;
        Assert.Equal(2, (await patient.CheckAsync(Case.Order("o1", Rulebook.Bed))).LedgerSequence);
    }

    [Fact]
    public async Task An_encounter_that_was_put_away_is_read_anew_whatever_others_have_written_since()
    {
        await using var ward = await Ward.OpenAsync();
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        await patient.CheckAsync(Case.Order("o1", Rulebook.Bed));
        await ward.ForgetAsync("V1");
        var number = await ward.Ledger.Store.FindEncounterAsync(new EncounterKey(Ward.HospitalCode, "V1"), TestContext.Current.CancellationToken);
        await ward.AppendBehindAsync(number!.Value, Case.Charge("c1", Rulebook.Bed, 2, 10));

        var answer = await patient.CheckAsync(Case.Order("o1", Rulebook.Bed));

        Assert.Equal(2, answer.LedgerSequence);
    }

    [Fact]
    public async Task Writes_of_one_encounter_go_one_at_a_time()
    {
        await using var ward = await Ward.OpenAsync();
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();

        var receipts = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => patient.WriteAsync(Case.Charge($"c{n}", Rulebook.Bed, 1, 1.25m))));

        Assert.Equal(Enumerable.Range(2, 20).Select(n => (long)n), receipts.Select(receipt => receipt.LedgerSequence).Order());
        Assert.Equal(Money.FromYuan(25), await patient.TotalAsync());
    }
}
