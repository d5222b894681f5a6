using System.Text.Json.Nodes;
using Google.Protobuf.Reflection;
using OrderCheck.EndToEnd.Json;
using Xunit;

namespace OrderCheck.EndToEnd.OpenApi;

/// <summary>The document says the contract, the whole contract, and says it in words.</summary>
[Collection(OpenApiCollection.Name)]
public sealed class OpenApiDocumentTests(OpenApiServer server)
{
    [Fact]
    public void Every_method_is_in_it_with_its_path_and_a_description()
    {
        var operations = server.Operations().ToDictionary(static o => o.Id);

        foreach (var method in ContractMethods.All)
        {
            var (verb, path) = ContractMethods.Place(ContractMethods.Rule(method)!);
            var operation = operations[method.Name];
            Assert.Equal((verb, Squeeze(path)), (operation.Method, Squeeze(operation.Path)));
            AssertText(operation.Node["description"], method.FullName);
            AssertText(operation.Node["summary"], method.FullName);
        }

        Assert.Equal(ContractMethods.All.Count, operations.Count);
    }

    [Fact]
    public void Every_field_of_every_message_is_in_it_with_a_description()
    {
        foreach (var message in Messages())
        {
            if (InParametersOnly(message))
                continue;
            var schema = server.Schema(message.Name);
            AssertText(schema["description"], message.FullName);
            foreach (var field in message.Fields.InDeclarationOrder())
                AssertText(schema["properties"]?[field.JsonName]?["description"], field.FullName);
            Assert.Equal(message.Fields.InDeclarationOrder().Count, schema["properties"]?.AsObject().Count ?? 0);
        }
    }

    [Fact]
    public void A_field_that_the_path_has_is_not_asked_for_again_in_the_body()
    {
        var bound = ContractMethods.All.Where(static m => ContractMethods.Rule(m)!.Body.Length > 0 && FieldsInPath(m).Any()).ToList();
        Assert.Equal(["PutHospital", "RevokeApiKey", "CheckEncounter"], bound.Select(static m => m.Name));

        foreach (var method in bound)
        {
            var operation = server.Operations().Single(o => o.Id == method.Name);
            var schema = server.SchemaBehind(operation.RequestContent!["schema"]!);
            var inBody = schema["properties"]?.AsObject().Select(static p => p.Key) ?? [];
            Assert.Equal(method.InputType.Fields.InDeclarationOrder().Except(FieldsInPath(method)).Select(static f => f.JsonName), inBody);
            Assert.Equal(FieldsInPath(method).Select(static f => f.JsonName), operation.Parameters.Select(static p => (string)p!["name"]!));
            Assert.All(inBody, name => AssertText(schema["properties"]![name]!["description"], $"{method.Name} {name}"));
        }

        Assert.NotNull(server.Schema("Hospital")["properties"]!["code"]);
    }

    [Fact]
    public void Every_parameter_has_a_description()
    {
        foreach (var operation in server.Operations())
            Assert.All(operation.Parameters, parameter => AssertText(parameter!["description"], $"{operation.Id} {parameter["name"]}"));
        Assert.Equal(["doctor", "after", "limit"], server.Operations().Single(static o => o.Id == "ListLate").Parameters.Select(static p => (string)p!["name"]!));
    }

    [Fact]
    public void Every_value_of_an_enum_is_in_it_and_explained()
    {
        foreach (var type in Messages().SelectMany(static m => m.Fields.InDeclarationOrder()).Where(static f => f.FieldType == FieldType.Enum).Select(static f => f.EnumType).Distinct())
        {
            var schema = server.Schema(type.Name);
            Assert.Equal(type.Values.Select(static v => v.Name), schema["enum"]!.AsArray().Select(static v => (string)v!));
            Assert.All(type.Values, value => Assert.Matches($"- {value.Name}: .+", (string)schema["description"]!));
        }
    }

    [Fact]
    public void Types_are_those_of_the_wire()
    {
        var charge = server.Schema("Charge")["properties"]!;
        Assert.Equal(("string", "date-time"), ((string?)charge["occurredAt"]!["type"], (string?)charge["occurredAt"]!["format"]));
        Assert.Matches((string)charge["unitPrice"]!["pattern"]!, "1.234567");
        Assert.DoesNotMatch((string)charge["unitPrice"]!["pattern"]!, "1.2345678");
        Assert.DoesNotMatch((string)charge["unitPrice"]!["pattern"]!, "");
        Assert.Matches((string)charge["selfpayProp"]!["pattern"]!, "");
        Assert.Equal(("string", "int64"), ((string?)server.Schema("WriteReceipt")["properties"]!["ledgerSequence"]!["type"], (string?)server.Schema("WriteReceipt")["properties"]!["ledgerSequence"]!["format"]));
        Assert.Equal("string", (string?)server.Schema("Totals")["properties"]!["byCategory"]!["additionalProperties"]!["type"]);
    }

    [Fact]
    public void A_stream_is_lines_of_which_the_last_one_may_be_a_problem()
    {
        var stream = server.Operations().Single(static o => o.Id == "GroupStream");

        Assert.Equal("application/x-ndjson", stream.ContentType);
        Assert.Equal("#/components/schemas/GroupCaseRequest", (string?)stream.RequestContent!["schema"]!["$ref"]);
        var lines = stream.Node["responses"]!["200"]!["content"]![stream.ContentType]!;
        Assert.Equal(["CaseGroup", "EndingProblem"], lines["schema"]!["anyOf"]!.AsArray().Select(static line => ((string)line!["$ref"]!).Split('/')[^1]));
        var ending = server.Schema("EndingProblem");
        Assert.Equal(["problem"], ending["properties"]!.AsObject().Select(static member => member.Key));
        Assert.Null(server.Schema("CaseGroup")["properties"]!["problem"]);
        var example = lines["examples"]!["endedByAProblem"]!["value"]!["problem"]!;
        Assert.Equal(("4", "case.ageYears"), ((string?)example["metadata"]!["line"], (string?)example["violations"]![0]!["field"]));
    }

    [Fact]
    public void Every_refusal_is_a_problem()
    {
        foreach (var operation in server.Operations())
        {
            foreach (var status in (string[])["400", "401", "403", "404", "409", "503", "504"])
                Assert.Equal("#/components/responses/Problem", (string?)operation.Node["responses"]![status]!["$ref"]);
        }

        Assert.NotNull(server.Document["components"]!["responses"]!["Problem"]!["content"]!["application/problem+json"]!["example"]!["violations"]);
    }

    [Fact]
    public void Who_calls_is_said_in_headers()
    {
        var schemes = server.Document["components"]!["securitySchemes"]!.AsObject();
        Assert.Equal(
            ["x-api-key", "x-oc-role", "x-oc-hospital", "x-oc-department", "x-oc-person"],
            schemes.Select(static s => (string)s.Value!["name"]!));
        Assert.All(server.Document["security"]!.AsArray(), static requirement => Assert.NotNull(requirement!["apiKey"]));
        Assert.Equal(server.Address, (string?)server.Document["servers"]![0]!["url"]);
    }

    [Fact]
    public async Task It_is_the_same_each_time() => Assert.Equal(server.Text, await server.ReadAsync());

    private static HashSet<MessageDescriptor> Messages()
    {
        var seen = new HashSet<MessageDescriptor>();
        foreach (var method in ContractMethods.All)
        {
            Reach(method.InputType, seen);
            Reach(method.OutputType, seen);
        }

        return seen;
    }

    private static void Reach(MessageDescriptor message, HashSet<MessageDescriptor> seen)
    {
        if (message.File.Package != "ordercheck.v1" || message.GetOptions()?.MapEntry == true || !seen.Add(message))
            return;
        foreach (var field in message.Fields.InDeclarationOrder().Where(static f => f.FieldType == FieldType.Message))
            Reach(field.MessageType, seen);
    }

    /// <summary>The request of a method without a body is its parameters; that of one with a path of its fields has a body of its own.</summary>
    private static bool InParametersOnly(MessageDescriptor message)
    {
        var uses = ContractMethods.All.Where(m => m.InputType == message).ToList();
        return uses.Count > 0
            && uses.All(static m => ContractMethods.Rule(m)!.Body.Length == 0 || FieldsInPath(m).Any())
            && ContractMethods.All.All(m => m.OutputType != message);
    }

    private static IEnumerable<FieldDescriptor> FieldsInPath(MethodDescriptor method) => method.InputType.Fields.InDeclarationOrder()
        .Where(field => ContractMethods.Place(ContractMethods.Rule(method)!).Path.Contains($"{{{field.Name}}}", StringComparison.Ordinal));

    /// <summary>Parameters are spelled as JSON spells fields.</summary>
    private static string Squeeze(string path) => path.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    private static void AssertText(JsonNode? text, string of) => Assert.False(string.IsNullOrWhiteSpace((string?)text), $"{of} has no description.");
}
