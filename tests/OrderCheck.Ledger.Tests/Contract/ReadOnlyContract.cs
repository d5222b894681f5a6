using OrderCheck.Ledger.Installation;
using OrderCheck.Ledger.Tests.Places;
using Xunit;

namespace OrderCheck.Ledger.Tests.Contract;

/// <summary>A store opened for reading only: beside the one that writes it, and never a word of its own.</summary>
public abstract class ReadOnlyContract(Func<StorePlace> makePlace) : StoreContract(makePlace)
{
    [Fact]
    public async Task It_sees_what_the_writing_store_has_committed()
    {
        await AppendAsync(Units.Charge("C1"));
        var reader = await Place.OpenAsync(options => options.ReadOnly = true);
        Assert.Single(await ReplayAsync(reader, Encounter));
        await AppendAsync(Units.Charge("C2"));
        Assert.Equal(2, (await ReplayAsync(reader, Encounter)).Count);
    }

    [Fact]
    public async Task Every_write_is_refused()
    {
        var reader = await Place.OpenAsync(options => options.ReadOnly = true);
        var head = await reader.Ledger.ReadHeadAsync(Encounter, Cancellation);
        Func<Task>[] writes =
        [
            () => reader.Ledger.AppendAsync(Units.Of(Encounter, head, Units.Charge("C1"))),
            () => reader.Ledger.OpenEncounterAsync(Stay with { VisitNumber = "other" }, Cancellation),
            () => reader.Installation.PutSettingAsync("name", "value", Cancellation),
            () => reader.Installation.PutHospitalAsync(new HospitalRow("H2", "", 3, "general", "Asia/Shanghai"), Cancellation),
            () => reader.Releases.KeepAsync(new Core.Rules.RuleFolder([]), Cancellation),
        ];
        foreach (var write in writes)
            Assert.Equal(LedgerUnavailableException.ReadOnly, (await Assert.ThrowsAsync<LedgerUnavailableException>(write)).Reason);
        Assert.Empty(await ReplayAsync(Store, Encounter));
    }
}
