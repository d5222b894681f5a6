using OrderCheck.Interop.Nhsa;
using OrderCheck.Ledger;
using OrderCheck.Server.Nhsa.Relay;
using OrderCheck.Tests;
using Xunit;
using static OrderCheck.Server.Tests.Nhsa.Relay.RelayBed;

namespace OrderCheck.Server.Tests.Nhsa.Relay;

public sealed class DispositionSenderTests
{
    [Fact]
    public async Task Each_disposition_reaches_where_its_finding_came_from_once()
    {
        await using var bureau = await StandInBureau.OpenAsync();
        bureau.Behaviour = StandInBureau.Saying(Answer(Row("JR1", "限性别", "YZ1"), Row("JR2", "限年龄", "YZ2")));
        await using var bed = await RelayBed.OpenAsync(bureau);
        await AnswerAsync(bed.Ask());
        await bureau.NextAsync();
        await bed.StartAsync();
        bureau.Behaviour = StandInBureau.Saying(StandInBureau.Clean);

        // Ours and the bureau's are one row; the other is the bureau's alone, a third is ours alone.
        NhsaDisposition[] told = [new(Own, true, "病情需要"), new("JR2", false, null), new($"OC{Check}-5", true, "已告知")];
        Assert.Equal([Own, $"OC{Check}-5"], (await bed.TellAsync(told)).Select(one => one.WarningId));
        Assert.Equal("Acknowledged 2", await bed.Store.NextEndAsync());
        var request = await bureau.NextAsync();
        Assert.Equal("/fsi/3103", request.Path);
        Assert.Equal(["JR1 1 病情需要", "JR2 2"], request.Warnings());
        Assert.Equal("hospital1", request.Headers["x-tif-paasid"]);

        await bed.TellAsync(told);
        await bed.TellAsync(new NhsaDisposition("JR2", true, "已签同意书"));
        Assert.Equal("Acknowledged 1", await bed.Store.NextEndAsync());
        Assert.Equal(["JR2 1 已签同意书"], (await bureau.NextAsync()).Warnings());
        Assert.Equal(3, bureau.Seen);
    }

    [Fact]
    public async Task What_a_dead_bureau_could_not_take_is_sent_again_after_a_restart()
    {
        var dead = $"http://127.0.0.1:{ClosedPort.Find()}/fsi/{{infno}}";
        var bed = await RelayBed.OpenAsync(dead);
        await bed.StartAsync();
        Assert.Empty(await bed.TellAsync(new NhsaDisposition("JR1", true, "病情需要")));
        Assert.Equal("postponed 1", await bed.Store.NextEndAsync());

        await using var bureau = await StandInBureau.OpenAsync();
        await using var restarted = await bed.RestartedAsync(bureau.Url);
        restarted.Time.Advance(DispositionSender.BackoffAfter(0));
        await restarted.StartAsync();
        Assert.Equal("Acknowledged 1", await restarted.Store.NextEndAsync());
        Assert.Equal(["JR1 1 病情需要"], (await bureau.NextAsync()).Warnings());
        Assert.Equal(1, bureau.Seen);
        Assert.Equal(0, (await restarted.Store.ReadBacklogAsync(TestContext.Current.CancellationToken)).Waiting);
    }

    [Fact]
    public async Task What_a_process_was_sending_when_it_was_killed_the_next_one_sends_at_once()
    {
        await using var bureau = await StandInBureau.OpenAsync();
        var bed = await RelayBed.OpenAsync(bureau);
        await bed.TellAsync(new NhsaDisposition("JR1", true, "病情需要"));
        Assert.Single(await bed.Store.ClaimDispositionsAsync(bed.Time.GetUtcNow(), bed.Time.GetUtcNow().AddMinutes(1), 10));

        await using var restarted = await bed.RestartedAsync(bureau.Url);
        await restarted.StartAsync();
        Assert.Equal("Acknowledged 1", await restarted.Store.NextEndAsync());
        Assert.Equal(["JR1 1 病情需要"], (await bureau.NextAsync()).Warnings());
    }

    [Fact]
    public async Task An_answer_that_is_none_is_no_acknowledgement_and_pauses_grow()
    {
        await using var bureau = await StandInBureau.OpenAsync();
        bureau.Behaviour = StandInBureau.Saying("<html>gateway</html>", "text/html", 502);
        await using var bed = await RelayBed.OpenAsync(bureau);
        await bed.StartAsync();
        await bed.TellAsync(new NhsaDisposition("JR1", false, null));
        Assert.Equal("postponed 1", await bed.Store.NextEndAsync());
        bed.Time.Advance(DispositionSender.BackoffAfter(0));
        bed.Sender.Wake();
        Assert.Equal("postponed 1", await bed.Store.NextEndAsync());
        bureau.Behaviour = StandInBureau.Saying(StandInBureau.Clean);
        bed.Time.Advance(DispositionSender.BackoffAfter(1));
        bed.Sender.Wake();
        Assert.Equal("Acknowledged 1", await bed.Store.NextEndAsync());
        Assert.Equal(3, bureau.Seen);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 10)]
    [InlineData(6, 320)]
    [InlineData(7, 600)]
    [InlineData(40, 600)]
    public void Pauses_grow_to_ten_minutes(int attempts, int seconds) => Assert.Equal(seconds, DispositionSender.BackoffAfter(attempts).TotalSeconds);

    [Fact]
    public async Task A_bureau_that_refuses_is_not_asked_again()
    {
        await using var bureau = await StandInBureau.OpenAsync();
        bureau.Behaviour = StandInBureau.Saying("""{"infcode":"-1","err_msg":"违规标识不存在"}""");
        await using var bed = await RelayBed.OpenAsync(bureau);
        await bed.StartAsync();
        await bed.TellAsync(new NhsaDisposition("JR1", false, null));
        Assert.Equal("Refused 1", await bed.Store.NextEndAsync());
        Assert.Equal(0, (await bed.Store.ReadBacklogAsync(TestContext.Current.CancellationToken)).Waiting);
    }

    [Fact]
    public async Task What_no_bureau_has_taken_for_a_day_is_given_up()
    {
        var bed = await RelayBed.OpenAsync($"http://127.0.0.1:{ClosedPort.Find()}/fsi/{{infno}}");
        await using var _ = bed;
        await bed.StartAsync();
        await bed.TellAsync(new NhsaDisposition("JR1", false, null));
        Assert.Equal("postponed 1", await bed.Store.NextEndAsync());
        bed.Time.Advance(DispositionSender.Worthwhile);
        bed.Sender.Wake();
        Assert.Equal("GivenUp 1", await bed.Store.NextEndAsync());
    }

    [Fact]
    public async Task What_cannot_be_kept_is_not_taken_from_the_HIS()
    {
        await using var bureau = await StandInBureau.OpenAsync();
        await using var bed = await RelayBed.OpenAsync(bureau);
        bed.Store.Down = true;
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => bed.TellAsync(new NhsaDisposition("JR1", false, null)));
        bed.Store.Down = false;
    }
}
