using System.Net;
using System.Text.Json.Nodes;
using OrderCheck.EndToEnd.Json;
using Xunit;

namespace OrderCheck.EndToEnd.OpenApi;

/// <summary>What the document gives as examples works, and what it calls required is.</summary>
[Collection(OpenApiCollection.Name)]
public sealed class ExampleTests(OpenApiServer server)
{
    [Fact]
    public async Task Every_example_is_answered_by_a_demo_server()
    {
        var withBody = server.Operations().Where(static o => o.RequestContent is not null).ToList();
        Assert.All(withBody, static o => Assert.True(o.Example is not null, $"{o} has no example."));
        var key = "";

        foreach (var operation in withBody)
        {
            var reply = await SendAsync(operation, operation.Example!, key);
            Assert.True(reply.Status == HttpStatusCode.OK, $"{operation}: {reply.Body}");
            Assert.True(operation.AnswerExample is null || JsonNode.DeepEquals(operation.AnswerExample, reply.Body), $"{operation}: {reply.Body}");
            key = (string?)reply.Body["keyId"] ?? key;
        }
    }

    [Fact]
    public void Where_nothing_is_asked_or_answered_the_example_is_an_empty_object()
    {
        var operations = server.Operations().ToDictionary(static o => o.Id);

        Assert.Equal(("{}", "{}"), (operations["RevokeApiKey"].Example?.ToJsonString(), operations["RevokeApiKey"].AnswerExample?.ToJsonString()));
        Assert.Equal("{}", operations["PublishRelease"].Example?.ToJsonString());
    }

    [Fact]
    public async Task Without_a_field_that_is_called_required_a_request_is_refused_by_that_field()
    {
        var tried = new HashSet<string>();
        foreach (var operation in server.Operations().Where(static o => o.Example is not null))
        {
            var schema = server.SchemaBehind(operation.RequestContent!["schema"]!);
            foreach (var (member, name) in RequiredIn(schema, operation.Example!, ""))
            {
                if (!tried.Add(name))
                    continue;
                var request = operation.Example!.DeepClone();
                Remove(request, member);
                var reply = await SendAsync(operation, request, "none");
                Assert.True(reply.Violations.Any(v => v.Field == member), $"{operation} without {member}: {reply.Status} {reply.Body}");
            }
        }

        Assert.Contains("Charge.unitPrice", tried);
        Assert.Contains("Amount.unit", tried);
        Assert.Contains("Weight.grams", tried);
    }

    /// <summary>Paths of required members that the example has, with what they are in the schema.</summary>
    private IEnumerable<(string Path, string Name)> RequiredIn(JsonObject schema, JsonNode example, string path)
    {
        var title = NameOf(schema);
        foreach (var required in schema["required"]?.AsArray().Select(static r => (string)r!) ?? [])
            yield return (Join(path, required), $"{title}.{required}");
        foreach (var (name, value) in example.AsObject())
        {
            var property = schema["properties"]![name]!;
            if (value is JsonArray list && property["items"]?["$ref"] is not null)
            {
                for (var i = 0; i < list.Count; i++)
                {
                    foreach (var inner in RequiredIn(server.SchemaBehind(property["items"]!), list[i]!, $"{Join(path, name)}[{i}]"))
                        yield return inner;
                }
            }
            else if (value is JsonObject && property["allOf"]?[0] is { } reference)
            {
                foreach (var inner in RequiredIn(server.SchemaBehind(reference), value, Join(path, name)))
                    yield return inner;
            }
        }
    }

    private string NameOf(JsonObject schema) => server.Document["components"]!["schemas"]!.AsObject().Single(s => s.Value == schema).Key;

    private static void Remove(JsonNode request, string path)
    {
        var steps = path.Split('.', '[').Select(static s => s.TrimEnd(']')).ToArray();
        var at = request;
        foreach (var step in steps[..^1])
            at = at is JsonArray list ? list[int.Parse(step)]! : at[step]!;
        Assert.True(at.AsObject().Remove(steps[^1]), $"{path} is not in the example.");
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private async Task<JsonReply> SendAsync(Operation operation, JsonNode request, string key)
    {
        using var caller = server.CallerFor(operation);
        var path = operation.Path.Replace("{code}", "H44010001", StringComparison.Ordinal).Replace("{keyId}", key, StringComparison.Ordinal)
            .Replace("{visitNumber}", "ZY000001", StringComparison.Ordinal);
        return await caller.SendAsync(operation.Method, path, request.ToJsonString(), operation.ContentType);
    }
}
