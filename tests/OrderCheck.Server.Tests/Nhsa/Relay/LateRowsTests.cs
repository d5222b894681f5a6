using OrderCheck.Tests;
using Xunit;
using static OrderCheck.Server.Tests.Nhsa.Relay.RelayBed;

namespace OrderCheck.Server.Tests.Nhsa.Relay;

/// <summary>What a bureau says after the HIS was answered.</summary>
public sealed class LateRowsTests
{
    [Fact]
    public async Task A_bureau_slower_than_our_patience_is_told_as_late_and_its_rows_come_once_with_the_visits_next_answer()
    {
        await using var bureau = await StandInBureau.OpenAsync();
        var release = new TaskCompletionSource();
        bureau.Behaviour = StandInBureau.Waiting(release.Task, Answer(Row("JR9", "限年龄", "YZ2", "张三丰年龄不符")));
        await using var bed = await RelayBed.OpenAsync(bureau);
        var call = bed.Ask();
        await bureau.NextAsync();
        var answering = AnswerAsync(call, "张三丰");
        bed.Time.Advance(TimeSpan.FromSeconds(1));
        var first = await answering;
        Assert.Equal([Own], first.Ids());
        Assert.Equal("late", first.State());
        release.SetResult();
        await bed.Relay.QuietAsync();

        bureau.Behaviour = StandInBureau.Saying(StandInBureau.Clean);
        var second = await AnswerAsync(bed.Ask());
        Assert.Equal([Own, "JR9"], second.Ids());
        Assert.Equal(1, second.Bureau().GetProperty("late_results").GetInt32());
        Assert.Equal("患者年龄不符", second.GetProperty("output").GetProperty("result")[1].GetProperty("vola_cont").GetString());
        Assert.Contains("补充返回的1条", second.GetProperty("warn_msg").GetString());
        await bed.Relay.QuietAsync();
        Assert.Equal([Own], (await AnswerAsync(bed.Ask())).Ids());
    }

    [Fact]
    public async Task Late_rows_in_an_answer_that_never_reached_the_HIS_come_again()
    {
        await using var bureau = await StandInBureau.OpenAsync();
        await using var bed = await LateAsync(bureau, Row("JR9", "限年龄", "YZ2"));

        // The HIS has gone before it was written.
        Assert.Equal([Own, "JR9"], Read(await bed.Ask().CompleteAsync(Ours, Question())).Ids());
        await bed.Relay.QuietAsync();
        Assert.Equal([Own, "JR9"], (await AnswerAsync(bed.Ask())).Ids());
        await bed.Relay.QuietAsync();
        Assert.Equal([Own], (await AnswerAsync(bed.Ask())).Ids());
    }

    [Fact]
    public async Task Late_rows_of_a_visit_that_the_bureau_calls_otherwise_come_with_the_next_answer_too()
    {
        await using var bureau = await StandInBureau.OpenAsync();
        await using var bed = await LateAsync(bureau, Row("JR9", "限年龄", "YZ2", visit: "310100-ZY1"));

        Assert.Equal([Own, "JR9"], (await AnswerAsync(bed.Ask())).Ids());
    }

    [Fact]
    public async Task An_answer_that_was_announced_and_never_came_is_said_to_be_lost_once()
    {
        await using var bureau = await StandInBureau.OpenAsync();
        bureau.Behaviour = StandInBureau.Waiting(new TaskCompletionSource().Task, "");
        var bed = await RelayBed.OpenAsync(bureau);
        var call = bed.Ask();
        await bureau.NextAsync();
        var answering = AnswerAsync(call);
        bed.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("late", (await answering).State());

        bureau.Behaviour = StandInBureau.Saying(StandInBureau.Clean);
        await using var restarted = await bed.RestartedAsync(bureau.Url);
        // It may still be on its way to another process.
        Assert.DoesNotContain("未能取得", (await AnswerAsync(restarted.Ask())).GetProperty("warn_msg").GetString());
        restarted.Time.Advance(TimeSpan.FromSeconds(9));
        var told = await AnswerAsync(restarted.Ask());
        Assert.Contains("此前1次请求的医保局审核结果未能取得", told.GetProperty("warn_msg").GetString());
        Assert.Equal(1, told.Bureau().GetProperty("lost_requests").GetInt32());
        await restarted.Relay.QuietAsync();
        Assert.Equal("", (await AnswerAsync(restarted.Ask())).GetProperty("warn_msg").GetString());
    }

    [Fact]
    public async Task What_could_not_be_noted_is_not_promised()
    {
        await using var bureau = await StandInBureau.OpenAsync();
        bureau.Behaviour = StandInBureau.Waiting(new TaskCompletionSource().Task, "");
        await using var bed = await RelayBed.OpenAsync(bureau);
        var call = bed.Ask();
        await bureau.NextAsync();
        bed.Store.Down = true;
        var answering = AnswerAsync(call);
        bed.Time.Advance(TimeSpan.FromSeconds(1));
        var answer = await answering;

        Assert.Equal(("late", "not_kept"), (answer.State(), answer.Reason()));
        Assert.Contains("可能无法补充给出", answer.GetProperty("warn_msg").GetString());
        bed.Store.Down = false;
    }

    [Fact]
    public async Task Late_rows_are_there_after_a_restart()
    {
        await using var bureau = await StandInBureau.OpenAsync();
        var release = new TaskCompletionSource();
        bureau.Behaviour = StandInBureau.Waiting(release.Task, Answer(Row("JR9", "限年龄", "YZ2")));
        var bed = await RelayBed.OpenAsync(bureau);
        var call = bed.Ask();
        await bureau.NextAsync();
        var answering = AnswerAsync(call);
        bed.Time.Advance(TimeSpan.FromSeconds(1));
        await answering;
        release.SetResult();
        await bed.Relay.QuietAsync();
        bureau.Behaviour = StandInBureau.Saying(StandInBureau.Clean);
        await using var restarted = await bed.RestartedAsync(bureau.Url);
        Assert.Equal([Own, "JR9"], (await AnswerAsync(restarted.Ask())).Ids());
    }

    /// <summary>The bureau has said this after the HIS was answered, and is clean from then on.</summary>
    private static async Task<RelayBed> LateAsync(StandInBureau bureau, string row)
    {
        var release = new TaskCompletionSource();
        bureau.Behaviour = StandInBureau.Waiting(release.Task, Answer(row));
        var bed = await RelayBed.OpenAsync(bureau);
        var call = bed.Ask();
        await bureau.NextAsync();
        var answering = AnswerAsync(call);
        bed.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("late", (await answering).State());
        release.SetResult();
        await bed.Relay.QuietAsync();
        bureau.Behaviour = StandInBureau.Saying(StandInBureau.Clean);
        return bed;
    }
}
