using System.Net;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Web;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.EndToEnd.Web;

/// <summary>gRPC-Web on the HTTP port: for browsers, and for machines whose system cannot do HTTP/2.</summary>
[Collection(SharedServerCollection.Name)]
public sealed class GrpcWebTests(SharedServer shared)
{
    private const string Page = "https://his.example.org";

    [Theory]
    [InlineData(GrpcWebMode.GrpcWeb)]
    [InlineData(GrpcWebMode.GrpcWebText)]
    public async Task A_stay_is_reported_checked_and_charged(GrpcWebMode mode)
    {
        using var his = Web(mode);
        var visit = "web-" + mode;

        await his.ReportAsync(visit, "r1", Facts.Admit(visit));
        var answer = await his.CheckAsync(visit, Facts.Service("o1", StarterItems.Plain));
        await his.PostAsync(visit, "r2", Facts.Charge("c1", StarterItems.Plain, 12.34m));

        Assert.NotEqual(CheckState.Unchecked, answer.State);
        Assert.Equal("12.34", (await his.DescribeAsync(visit)).Totals.Total);
    }

    [Theory]
    [InlineData(GrpcWebMode.GrpcWeb)]
    [InlineData(GrpcWebMode.GrpcWebText)]
    public async Task A_refusal_comes_with_its_fields_in_the_trailers(GrpcWebMode mode)
    {
        using var his = Web(mode);

        var refusal = await Refusal.OfAsync(() => his.PostAsync("web-bad", "r1", new Charge(Facts.Charge("c1", StarterItems.Plain)) { UnitPrice = "1.2345678" }));

        Assert.Equal((StatusCode.InvalidArgument, "bad_form"), (refusal.Code, refusal.Reason));
        Assert.Contains("1.2345678", refusal.Field("charges[0].unit_price").Description);
    }

    [Fact]
    public async Task The_administration_answers_too_and_only_to_its_own()
    {
        using var his = Web(GrpcWebMode.GrpcWeb);

        var refusal = await Refusal.OfAsync(() => his.Administration.PublishReleaseAsync(new PublishReleaseRequest(), his.Options).ResponseAsync);

        Assert.Equal((StatusCode.PermissionDenied, "not_permitted"), (refusal.Code, refusal.Reason));
    }

    [Fact]
    public async Task A_message_over_the_limit_is_refused_with_the_limit()
    {
        using var his = Web(GrpcWebMode.GrpcWeb);
        var huge = Facts.Service("o1", StarterItems.Plain);
        huge.ItemName = new string('长', 2_000_000);

        var refusal = await Refusal.OfAsync(() => his.CheckAsync("web-long", huge));

        Assert.Equal(StatusCode.ResourceExhausted, refusal.Code);
        Assert.Contains("4194304", refusal.Message);
    }

    [Fact]
    public async Task Pages_of_other_origins_may_not_call_unless_they_are_listed() =>
        Assert.Null(await AllowedOriginAsync(shared.Server.HttpAddress, Page));

    [Fact]
    public async Task Pages_of_a_listed_origin_may_call_and_no_others()
    {
        await using var server = await OwnServer.StartAsync(null, "--cors-origins", $"{Page},http://localhost:8080");

        Assert.Equal(Page, await AllowedOriginAsync(server.Process.HttpAddress, Page));
        Assert.Equal("http://localhost:8080", await AllowedOriginAsync(server.Process.HttpAddress, "http://localhost:8080"));
        Assert.Null(await AllowedOriginAsync(server.Process.HttpAddress, "https://elsewhere.example.org"));
    }

    private His Web(GrpcWebMode mode) => new(GrpcChannel.ForAddress(
        shared.Server.HttpAddress,
        new GrpcChannelOptions { HttpHandler = new GrpcWebHandler(mode, new HttpClientHandler()), HttpVersion = HttpVersion.Version11, MaxSendMessageSize = null }), shared.ApiKey);

    /// <summary>What a browser asks before a page may call; null if it may not.</summary>
    private static async Task<string?> AllowedOriginAsync(string server, string origin)
    {
        using var client = new HttpClient();
        using var preflight = new HttpRequestMessage(HttpMethod.Options, server + "/ordercheck.v1.OrderCheckService/CheckOrders");
        preflight.Headers.Add("Origin", origin);
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "content-type,x-api-key,x-grpc-web,x-user-agent,grpc-timeout");
        using var response = await client.SendAsync(preflight);
        return response.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) ? Assert.Single(allowed) : null;
    }
}
