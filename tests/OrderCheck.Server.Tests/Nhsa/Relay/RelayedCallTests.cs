using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using OrderCheck.Server.Nhsa.Relay;
using OrderCheck.Tests;
using Xunit;
using static OrderCheck.Server.Tests.Nhsa.Relay.RelayBed;

namespace OrderCheck.Server.Tests.Nhsa.Relay;

/// <summary>One answer of ours and the bureau's, whatever the bureau does.</summary>
public sealed class RelayedCallTests
{
    [Fact]
    public async Task The_bureau_gets_the_request_byte_for_byte_and_signed_anew_and_its_rows_are_in_the_one_answer()
    {
        await using var bureau = await StandInBureau.OpenAsync();
        bureau.Behaviour = StandInBureau.Saying(Answer(Row("JR1", "限性别", "YZ1"), Row("JR2", "限年龄", "YZ2")));
        await using var bed = await RelayBed.OpenAsync(bureau);
        const string Body = """{ "infno" : "3101",  "recer_sys_code":"X", "input":{"patn_name":"𠮷田"} }""";
        var answer = await AnswerAsync(bed.Ask(Body, "application/json;charset=GB18030"));
        Assert.Equal([Own, "JR2"], answer.Ids());
        Assert.Equal("answered", answer.State());
        var request = await bureau.NextAsync();
        Assert.Equal("/fsi/3101", request.Path);
        Assert.Equal(Encoding.UTF8.GetBytes(Body), request.Body);
        Assert.Equal("application/json;charset=GB18030", request.ContentType);
        var (timestamp, nonce) = (request.Headers["x-tif-timestamp"], request.Headers["x-tif-nonce"]);
        Assert.Equal("hospital1", request.Headers["x-tif-paasid"]);
        Assert.Equal(bed.Time.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), timestamp);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(timestamp + Secret + nonce + timestamp))), request.Headers["x-tif-signature"]);
        Assert.False(request.Headers.ContainsKey("traceparent"));
    }

    [Fact]
    public async Task A_hospital_without_a_bureau_is_answered_by_us_alone()
    {
        await using var bureau = await StandInBureau.OpenAsync();
        await using var bed = await RelayBed.OpenAsync(bureau);
        Assert.Null(bed.Relay.Begin("H2", "3101", "{}"u8.ToArray(), "application/json"));
        Assert.Equal(0, bureau.Seen);
    }

    [Fact]
    public async Task A_bureau_that_passes_its_deadline_is_no_longer_waited_for()
    {
        await using var bureau = await StandInBureau.OpenAsync();
        bureau.Behaviour = StandInBureau.Waiting(new TaskCompletionSource().Task, "");
        await using var bed = await RelayBed.OpenAsync(bureau);
        var call = bed.Ask();
        await bureau.NextAsync();
        bed.Time.Advance(TimeSpan.FromSeconds(3));
        var answer = await AnswerAsync(await ReachedAsync(bed, call));
        Assert.Equal([Own], answer.Ids());
        Assert.Equal(("failed", "timeout"), (answer.State(), answer.Reason()));
    }

    [Fact]
    public async Task A_bureau_that_is_down_costs_nothing()
    {
        await using var bed = await RelayBed.OpenAsync($"http://127.0.0.1:{ClosedPort.Find()}/{{infno}}");
        var answer = await AnswerAsync(await ReachedAsync(bed, bed.Ask()));
        Assert.Equal([Own], answer.Ids());
        Assert.Equal(("failed", "connection"), (answer.State(), answer.Reason()));
        Assert.Contains("无法连接", answer.GetProperty("warn_msg").GetString());
    }

    public static TheoryData<string, string> Wrongs => new()
    {
        { "reset", "interrupted" },
        { "garbage", "not_json" },
        { "html 500", "status_500" },
        { "html 200", "not_json" },
        { "huge", "too_large" },
        { "huge in chunks", "too_large" },
        { "klingon", "charset" },
        { "redirect", "status_302" },
        { "empty", "not_json" },
    };

    [Theory]
    [MemberData(nameof(Wrongs))]
    public async Task Whatever_a_bureau_sends_our_own_findings_arrive_and_its_state_is_told(string wrong, string reason)
    {
        await using var bureau = await StandInBureau.OpenAsync();
        bureau.Behaviour = Wrong(wrong);
        await using var bed = await RelayBed.OpenAsync(bureau);
        var answer = await AnswerAsync(await ReachedAsync(bed, bed.Ask()));
        Assert.Equal([Own], answer.Ids());
        Assert.Equal(("failed", reason), (answer.State(), answer.Reason()));
        Assert.Equal("0", answer.GetProperty("infcode").GetRawText());
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("\"-1\"")]
    public async Task A_refusal_is_passed_on_as_the_bureaus_state(string code)
    {
        await using var bureau = await StandInBureau.OpenAsync();
        bureau.Behaviour = StandInBureau.Saying($$"""{"infcode":{{code}},"err_msg":"张三丰无参保信息"}""", status: 500);
        await using var bed = await RelayBed.OpenAsync(bureau);
        var answer = await AnswerAsync(await ReachedAsync(bed, bed.Ask()), "张三丰");
        Assert.Equal("refused", answer.State());
        Assert.Equal("患者无参保信息", answer.Bureau().GetProperty("err_msg").GetString());
        Assert.Equal([Own], answer.Ids());
    }

    [Fact]
    public async Task An_answer_in_another_charset_is_read()
    {
        await using var bureau = await StandInBureau.OpenAsync();
        var body = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Answer(Row("JR1", "限年龄", "YZ2", "𠮷")));
        bureau.Behaviour = StandInBureau.Saying(body, "application/json; charset=\"GB18030\"");
        await using var bed = await RelayBed.OpenAsync(bureau);
        var answer = await AnswerAsync(await ReachedAsync(bed, bed.Ask()));
        Assert.Equal("𠮷", answer.GetProperty("output").GetProperty("result")[1].GetProperty("vola_cont").GetString());
    }

    [Fact]
    public async Task Duplicated_rows_and_rows_about_lines_that_nobody_asked_about_are_tolerated()
    {
        await using var bureau = await StandInBureau.OpenAsync();
        bureau.Behaviour = StandInBureau.Saying(Answer(Row("JR1", "限年龄", "NOBODYS"), Row("JR1", "限年龄", "NOBODYS"), Row("JR2", "限年龄", "NOBODYS")));
        await using var bed = await RelayBed.OpenAsync(bureau);
        Assert.Equal([Own, "JR1"], (await AnswerAsync(await ReachedAsync(bed, bed.Ask()))).Ids());
    }

    [Fact]
    public async Task More_requests_than_may_wait_for_a_slow_bureau_are_answered_without_it()
    {
        await using var bureau = await StandInBureau.OpenAsync();
        var release = new TaskCompletionSource();
        bureau.Behaviour = StandInBureau.Waiting(release.Task, StandInBureau.Clean);
        await using var bed = await RelayBed.OpenAsync(bureau, set => set["at_once"] = 1);
        var waiting = bed.Ask();
        await bureau.NextAsync();
        var second = await AnswerAsync(bed.Ask());
        Assert.Equal(("failed", "busy"), (second.State(), second.Reason()));
        release.SetResult();
        Assert.Equal("answered", (await AnswerAsync(await ReachedAsync(bed, waiting))).State());
        Assert.Equal(1, bureau.Seen);
    }

    [Fact]
    public async Task A_bureau_that_keeps_failing_is_left_alone_for_a_while()
    {
        await using var bureau = await StandInBureau.OpenAsync();
        bureau.Behaviour = StandInBureau.Saying("down", "text/plain", 503);
        await using var bed = await RelayBed.OpenAsync(bureau);
        for (var i = 0; i < 5; i++)
            Assert.Equal("status_503", (await AnswerAsync(await ReachedAsync(bed, bed.Ask()))).Reason());
        Assert.Equal("circuit_open", (await AnswerAsync(await ReachedAsync(bed, bed.Ask()))).Reason());
        Assert.Equal(5, bureau.Seen);
        bureau.Behaviour = StandInBureau.Saying(StandInBureau.Clean);
        bed.Time.Advance(BureauBreaker.Break);
        Assert.Equal("answered", (await AnswerAsync(await ReachedAsync(bed, bed.Ask()))).State());
    }

    [Fact]
    public async Task Where_the_store_is_down_rows_stand_side_by_side_and_lose_nothing()
    {
        await using var bureau = await StandInBureau.OpenAsync();
        bureau.Behaviour = StandInBureau.Saying(Answer(Row("JR1", "限性别", "YZ1")));
        await using var bed = await RelayBed.OpenAsync(bureau);
        bed.Store.Down = true;
        Assert.Equal([Own, "JR1"], (await AnswerAsync(await ReachedAsync(bed, bed.Ask()))).Ids());
        bed.Store.Down = false;
    }

    /// <summary>The clock stands still: what the bureau does arrives within our patience.</summary>
    private static async Task<RelayedCall> ReachedAsync(RelayBed bed, RelayedCall call)
    {
        await bed.Relay.QuietAsync().WaitAsync(TimeSpan.FromSeconds(30));
        return call;
    }

    private static Func<HttpContext, Task> Wrong(string kind) => kind switch
    {
        "reset" => ResetAsync,
        "garbage" => StandInBureau.Saying([0x00, 0xff, 0x7b, 0x22], "application/json"),
        "html 500" => StandInBureau.Saying("<html>500</html>", "text/html", 500),
        "html 200" => StandInBureau.Saying("<html>login</html>", "text/html"),
        "huge" => StandInBureau.Saying(new byte[Server.Nhsa.Relay.Bureau.LargestReply + 1], "application/json"),
        "huge in chunks" => FloodAsync,
        "klingon" => StandInBureau.Saying("{}", "application/json; charset=klingon"),
        "redirect" => RedirectAsync,
        _ => static _ => Task.CompletedTask,
    };

    private static async Task ResetAsync(HttpContext context)
    {
        context.Response.ContentLength = 1000;
        await context.Response.Body.WriteAsync("{\"infcode\":0,"u8.ToArray());
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    private static async Task FloodAsync(HttpContext context)
    {
        for (var i = 0; i < 6; i++)
        {
            await context.Response.Body.WriteAsync(new byte[1024 * 1024]);
            await context.Response.Body.FlushAsync();
        }
    }

    private static Task RedirectAsync(HttpContext context)
    {
        context.Response.Redirect("/elsewhere");
        return Task.CompletedTask;
    }
}
