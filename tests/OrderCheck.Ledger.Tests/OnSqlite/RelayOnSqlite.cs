using OrderCheck.Ledger.Relay;
using OrderCheck.Ledger.Tests.Contract;
using OrderCheck.Ledger.Tests.Places;
using Xunit;

namespace OrderCheck.Ledger.Tests.OnSqlite;

public sealed class RelayOnSqlite() : RelayContract(() => new SqlitePlace())
{
    /// <summary>On PostgreSQL another process may be at it: there a claim runs out by itself.</summary>
    [Fact]
    public async Task What_an_ended_process_had_claimed_or_put_off_is_due_at_the_next_start()
    {
        var told = new ToldDisposition("H1", "JR1", "1", "1", "病情需要", "{}");
        await Store.Relay.KeepDispositionsAsync([told, told with { BureauId = "JR2" }], Units.Morning);
        var claimed = await Store.Relay.ClaimDispositionsAsync(Units.Morning, Units.Morning.AddMinutes(1), 10);
        await Store.Relay.PostponeAsync([claimed[0]], Units.Morning.AddMinutes(10));

        Assert.Equal(2, await Store.Relay.BeginAsync(Units.Morning.AddSeconds(1)));

        var due = await Store.Relay.ClaimDispositionsAsync(Units.Morning.AddSeconds(1), Units.Morning.AddMinutes(1), 10);
        Assert.Equal([1, 0], due.Select(static one => one.Attempts));
    }
}
