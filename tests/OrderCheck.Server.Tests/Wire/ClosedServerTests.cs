using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Google.Protobuf;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.Server.Tests.Wire;

public sealed class ClosedServerTests(ClosedServer server) : IClassFixture<ClosedServer>
{
    private const string CheckOrders = "/ordercheck.v1.OrderCheckService/CheckOrders";

    [Fact]
    public async Task Health_is_told_without_identity_and_nothing_else_is()
    {
        using var calls = new Calls(server, key: null);
        Assert.Equal(HttpStatusCode.OK, (await calls.JsonAsync(HttpMethod.Get, "/health/live")).Status);
        var (status, body) = await calls.JsonAsync(HttpMethod.Get, "/health/ready");
        Assert.Equal((HttpStatusCode.OK, "ready", "open"), (status, (string?)body["status"], (string?)body["store"]));
        Assert.Equal(HttpStatusCode.Unauthorized, (await calls.JsonAsync(HttpMethod.Get, "/v1/encounters/ZY1")).Status);
        Assert.Equal(16, (await calls.GrpcAsync(CheckOrders, [])).Status);
    }

    [Fact]
    public async Task The_demo_key_opens_nothing_here()
    {
        using var calls = new Calls(server, "demo");
        Assert.Equal(HttpStatusCode.Unauthorized, (await calls.JsonAsync(HttpMethod.Get, "/v1/encounters/ZY1")).Status);
    }

    [Fact]
    public async Task From_the_bootstrap_key_to_a_checked_order()
    {
        var file = Path.Combine(server.Data, "bootstrap-key");
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        var bootstrapKey = (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Trim();
        using var bootstrap = new Calls(server, bootstrapKey);
        var admin = await CreateKeyAsync(bootstrap, """{"roles":["admin"],"note":"first administrator"}""");
        Assert.False(File.Exists(file));
        Assert.Equal(HttpStatusCode.Unauthorized, (await bootstrap.JsonAsync(HttpMethod.Post, "/v1/api-keys", JsonNode.Parse("{}"))).Status);

        using var administrator = new Calls(server, admin.Key);
        var hospital = JsonNode.Parse("""{"name":"第一医院","level":3,"type":"general"}""")!;
        Assert.Equal(HttpStatusCode.OK, (await administrator.JsonAsync(HttpMethod.Put, "/v1/hospitals/H44010001", hospital)).Status);
        await DictionaryAsync(administrator);
        var his = await CreateKeyAsync(administrator, """{"hospitals":["H44010001"],"roles":["his","doctor"]}""");

        using var doctor = new Calls(server, his.Key, "doctor");
        var order = JsonNode.Parse("""{"encounter":{"visit_number":"ZY1"},"orders":[{"id":"o1","kind":"ORDER_KIND_SERVICE","item_code":"no-such-item","start_at":"2026-03-01T08:00:00Z"}]}""")!;
        var (status, answer) = await doctor.JsonAsync(HttpMethod.Post, "/v1/orders:check", order);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("no-such-item", answer.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await doctor.JsonAsync(HttpMethod.Post, "/v1/api-keys", JsonNode.Parse("{}"))).Status);

        Assert.Equal(HttpStatusCode.OK, (await administrator.JsonAsync(HttpMethod.Post, $"/v1/api-keys/{his.Id}:revoke", JsonNode.Parse("{}"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await doctor.JsonAsync(HttpMethod.Post, "/v1/orders:check", order)).Status);
        await FormOfMessagesAsync(administrator);
        await AuditAsync(his.Id);
        Assert.DoesNotContain(his.Key, server.Logs.Text, StringComparison.Ordinal);
    }

    private static async Task DictionaryAsync(Calls administrator)
    {
        var put = JsonNode.Parse("""{"hospital":"H44010001","kind":"prices","csv":"item_code,unit,price,effective_from,effective_to\nown-item,次,not-a-price,,\n"}""")!;
        var (refused, fault) = await administrator.JsonAsync(HttpMethod.Post, "/v1/dictionary:put", put);
        Assert.Equal(HttpStatusCode.BadRequest, refused);
        Assert.Contains("dictionary/prices.csv:2:", (string?)fault["detail"], StringComparison.Ordinal);
        put["csv"] = "item_code,unit,price,effective_from,effective_to\nown-item,次,12.5,,\n";
        var (accepted, answer) = await administrator.JsonAsync(HttpMethod.Post, "/v1/dictionary:put", put);
        Assert.Equal((HttpStatusCode.OK, "2", 1), (accepted, (string?)answer["dictionaryNumber"], (int?)answer["rows"]));
    }

    private async Task AuditAsync(string hisKey)
    {
        var token = TestContext.Current.CancellationToken;
        var installation = await server.Checks.ListAuditAsync("", DateTimeOffset.MinValue, DateTimeOffset.MaxValue, 100, token);
        Assert.Contains(installation, static r => (r.KeyId, r.Operation, r.Outcome) == ("bootstrap", "CreateApiKey", "ok"));
        Assert.Contains(installation, r => (r.Operation, r.Subject, r.Outcome) == ("RevokeApiKey", hisKey, "ok"));
        var hospital = await server.Checks.ListAuditAsync("H44010001", DateTimeOffset.MinValue, DateTimeOffset.MaxValue, 100, token);
        Assert.Contains(hospital, r => (r.KeyId, r.Operation, r.Outcome) == (hisKey, "CreateApiKey", "not_permitted"));
    }

    /// <summary>What no interceptor sees, because the message cannot be read.</summary>
    private static async Task FormOfMessagesAsync(Calls calls)
    {
        var (tooLarge, largeText, _) = await calls.GrpcAsync(CheckOrders, new byte[(4 * 1024 * 1024) + 1]);
        Assert.Equal(8, tooLarge);
        Assert.Contains("4194304", largeText, StringComparison.Ordinal);

        var request = new CheckOrdersRequest { Encounter = new EncounterRef { VisitNumber = "ABCDEFGH" } }.ToByteArray();
        var at = request.AsSpan().IndexOf(Encoding.UTF8.GetBytes("ABCDEFGH"));
        request[at] = 0xff;
        var (invalid, invalidText, _) = await calls.GrpcAsync(CheckOrders, request);
        Assert.Equal(3, invalid);
        Assert.Contains("UTF-8", invalidText, StringComparison.Ordinal);

        var (status, body) = await calls.JsonAsync(HttpMethod.Post, "/v1/orders:check", JsonValue.Create(new string('x', (4 * 1024 * 1024) + 1)));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "RESOURCE_EXHAUSTED"), (status, (string?)body["code"]));
    }

    private static async Task<(string Id, string Key)> CreateKeyAsync(Calls calls, string request)
    {
        var (status, body) = await calls.JsonAsync(HttpMethod.Post, "/v1/api-keys", JsonNode.Parse(request));
        Assert.Equal((HttpStatusCode.OK, null), (status, (string?)body["detail"]));
        return ((string)body["keyId"]!, (string)body["apiKey"]!);
    }
}
