using System.Net;
using System.Net.Sockets;
using System.Text;
using OrderCheck.Tests;
using Xunit;
using static OrderCheck.Server.Tests.Nhsa.Relay.RelayBed;

namespace OrderCheck.Server.Tests.Nhsa.Relay;

/// <summary>A HIS that sees the bureau's answer alone, as it does in the shadow.</summary>
public sealed class BureauAloneTests
{
    [Fact]
    public async Task Beside_the_bureau_alone_the_HIS_gets_the_bureaus_own_bytes()
    {
        await using var bureau = await StandInBureau.OpenAsync();
        bureau.Behaviour = StandInBureau.Saying(" {\"infcode\" : \"-1\"} ", "text/json;charset=gbk", 418);
        await using var bed = await RelayBed.OpenAsync(bureau, set => set["show"] = "bureau_only");
        var answer = await bed.Ask().CompleteAsync(Ours, Question());
        Assert.True(answer.Verbatim);
        Assert.Equal((" {\"infcode\" : \"-1\"} ", "text/json;charset=gbk", 418), (Encoding.UTF8.GetString(answer.Body.Span), answer.ContentType, answer.Status));
    }

    [Theory]
    [InlineData(204)]
    [InlineData(304)]
    public async Task Beside_the_bureau_alone_a_status_that_has_no_body_is_a_failure_of_the_bureaus(int status)
    {
        await using var bureau = await StandInBureau.OpenAsync();
        bureau.Behaviour = context => Task.FromResult(context.Response.StatusCode = status);
        await using var bed = await RelayBed.OpenAsync(bureau, set => set["show"] = "bureau_only");
        var answer = await bed.Ask().CompleteAsync(Ours, Question());
        Assert.False(answer.Verbatim);
        Assert.Equal($"医保局审核未完成（HTTP状态{status}）", Read(answer).GetProperty("err_msg").GetString());
    }

    /// <summary>Sent on, it would make our own server fail.</summary>
    [Fact]
    public async Task A_content_type_beyond_ASCII_is_left_out_and_the_bureaus_body_goes_on()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var said = SayOnceAsync(listener, "HTTP/1.1 200 OK\r\nContent-Type: application/j\u00e9son\r\nContent-Length: 15\r\nConnection: close\r\n\r\n{\"infcode\":\"0\"}");
        await using var bed = await RelayBed.OpenAsync($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/{{infno}}", set => set["show"] = "bureau_only");
        var answer = await bed.Ask().CompleteAsync(Ours, Question());
        await said;
        Assert.Equal((true, """{"infcode":"0"}""", null), (answer.Verbatim, Encoding.UTF8.GetString(answer.Body.Span), answer.ContentType));
    }

    [Fact]
    public async Task Beside_a_bureau_alone_that_is_down_the_HIS_is_told_so_and_nothing_of_ours()
    {
        await using var bed = await RelayBed.OpenAsync($"http://127.0.0.1:{ClosedPort.Find()}/{{infno}}", set => set["show"] = "bureau_only");
        var answer = await bed.Ask().CompleteAsync(Ours, Question());
        Assert.False(answer.Verbatim);
        var read = Read(answer);
        Assert.Equal(-1, read.GetProperty("infcode").GetInt32());
        Assert.Equal("M1", read.GetProperty("inf_refmsgid").GetString());
        Assert.Equal("医保局审核未完成（无法连接）", read.GetProperty("err_msg").GetString());
        Assert.False(read.TryGetProperty("output", out _));
    }

    private static async Task SayOnceAsync(TcpListener listener, string reply)
    {
        using var connection = await listener.AcceptTcpClientAsync();
        var (stream, request) = (connection.GetStream(), new byte[64 * 1024]);
        var length = 0;
        // The body is an object: it ends the request.
        while (length == 0 || request[length - 1] != (byte)'}')
            length += await stream.ReadAsync(request.AsMemory(length));
        await stream.WriteAsync(Encoding.Latin1.GetBytes(reply));
    }
}
