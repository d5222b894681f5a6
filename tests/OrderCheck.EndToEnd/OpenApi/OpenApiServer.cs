using System.Text.Json.Nodes;
using OrderCheck.EndToEnd.Demo;
using OrderCheck.EndToEnd.Json;
using OrderCheck.EndToEnd.Servers;
using Xunit;

namespace OrderCheck.EndToEnd.OpenApi;

/// <summary>A demo server and the OpenAPI document that it serves.</summary>
public sealed class OpenApiServer : IAsyncLifetime
{
    private readonly DemoServer _demo = new();

    internal string Address => _demo.Server.HttpAddress;

    /// <summary>As it was served.</summary>
    internal string Text { get; private set; } = "";

    internal JsonObject Document { get; private set; } = [];

    internal string AdministratorKey { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await _demo.InitializeAsync();
        AdministratorKey = await Installation.BootstrapKeyAsync(_demo.Data);
        Text = await ReadAsync();
        Document = JsonNode.Parse(Text)!.AsObject();
    }

    public ValueTask DisposeAsync() => _demo.DisposeAsync();

    internal async Task<string> ReadAsync()
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("x-api-key", "demo");
        return await client.GetStringAsync(new Uri(Address + "/openapi/v1.json"));
    }

    /// <summary>The demo HIS, or for what is an administrator's, the first administrator.</summary>
    internal JsonCaller CallerFor(Operation operation) =>
        operation.Tag == "AdministrationService" ? new JsonCaller(Address, AdministratorKey, "admin") : new JsonCaller(Address, "demo");

    /// <summary>In the order of the document, which is the order in which they can be called.</summary>
    internal IReadOnlyList<Operation> Operations() =>
    [
        .. Document["paths"]!.AsObject().SelectMany(static path => path.Value!.AsObject().Select(verb => new Operation(path.Key, verb.Key, verb.Value!.AsObject()))),
    ];

    internal JsonObject Schema(string name) => Document["components"]!["schemas"]![name]!.AsObject();

    internal JsonObject SchemaBehind(JsonNode reference) => Schema(((string)reference["$ref"]!).Split('/')[^1]);
}
