using System.Text.Json.Nodes;
using Google.Api;
using Google.Protobuf.Reflection;
using Microsoft.OpenApi;
using OrderCheck.Server.Json;

namespace OrderCheck.Server.OpenApi;

/// <summary>Makes an operation of a method: what it takes in path, query and body, and what it answers.</summary>
internal sealed class Operations(OpenApiDocument document, Schemas schemas)
{
    private const string ALine = " One JSON object a line.";

    /// <summary>Any method may be refused with these.</summary>
    private static readonly string[] Refusals = ["400", "401", "403", "404", "409", "413", "415", "500", "503", "504"];

    public OpenApiOperation Make(MethodDescriptor method, HttpRule rule)
    {
        var description = DescribedContract.CommentOf(method);
        return new OpenApiOperation
        {
            OperationId = method.Name,
            Summary = FirstSentence(description),
            Description = description,
            Tags = new HashSet<OpenApiTagReference> { new(method.Service.Name, document) },
            Parameters = [.. Parameters(method, rule)],
            RequestBody = rule.Body.Length == 0 ? null : Body(method, rule),
            Responses = Responses(method),
        };
    }

    /// <summary>"/v1/encounters/{visitNumber}" of "/v1/encounters/{visit_number}".</summary>
    public static (HttpMethod Method, string Path) PlaceOf(HttpRule rule) => rule.PatternCase switch
    {
        HttpRule.PatternOneofCase.Get => (HttpMethod.Get, FieldSpelling.ToCamelCase(rule.Get)),
        HttpRule.PatternOneofCase.Put => (HttpMethod.Put, FieldSpelling.ToCamelCase(rule.Put)),
        HttpRule.PatternOneofCase.Post => (HttpMethod.Post, FieldSpelling.ToCamelCase(rule.Post)),
        HttpRule.PatternOneofCase.Delete => (HttpMethod.Delete, FieldSpelling.ToCamelCase(rule.Delete)),
        HttpRule.PatternOneofCase.Patch => (HttpMethod.Patch, FieldSpelling.ToCamelCase(rule.Patch)),
        _ => throw new NotSupportedException($"The OpenAPI document has no form for {rule}."),
    };

    private IEnumerable<IOpenApiParameter> Parameters(MethodDescriptor method, HttpRule rule)
    {
        foreach (var field in method.InputType.Fields.InDeclarationOrder())
        {
            var inPath = IsInPath(field, rule);
            if (!inPath && rule.Body.Length > 0)
                continue;
            yield return new OpenApiParameter
            {
                Name = field.JsonName,
                In = inPath ? ParameterLocation.Path : ParameterLocation.Query,
                Required = inPath,
                Description = DescribedContract.CommentOf(field),
                Schema = schemas.Property(field),
            };
        }
    }

    private OpenApiRequestBody Body(MethodDescriptor method, HttpRule rule) => new()
    {
        Required = true,
        Description = DescribedContract.CommentOf(method.InputType) + (method.IsClientStreaming ? ALine : ""),
        Content = new Dictionary<string, IOpenApiMediaType>
        {
            [MediaOf(method)] = Content(schemas.Body(method, field => IsInPath(field, rule)), ExampleRequests.Of(method.Name)),
        },
    };

    private OpenApiResponses Responses(MethodDescriptor method)
    {
        var responses = new OpenApiResponses
        {
            ["200"] = new OpenApiResponse
            {
                Description = DescribedContract.CommentOf(method.OutputType) + (method.IsServerStreaming ? ALine : ""),
                Content = new Dictionary<string, IOpenApiMediaType> { [MediaOf(method)] = Answer(method) },
            },
        };
        foreach (var status in Refusals)
            responses[status] = new OpenApiResponseReference(ProblemSchema.Name, document);
        return responses;
    }

    /// <summary>The writer leaves out an example that is {}, but not an extension.</summary>
    private static OpenApiMediaType Content(IOpenApiSchema schema, JsonNode? example) => example is JsonObject { Count: 0 }
        ? new OpenApiMediaType { Schema = schema, Extensions = new Dictionary<string, IOpenApiExtension> { ["example"] = new JsonNodeExtension(example) } }
        : new OpenApiMediaType { Schema = schema, Example = example };

    /// <summary>Where a message has no fields, there is one answer.</summary>
    private static JsonObject? OnlyAnswer(MessageDescriptor message) => message.Fields.InDeclarationOrder().Count == 0 ? [] : null;

    private static bool IsInPath(FieldDescriptor field, HttpRule rule) => PlaceOf(rule).Path.Contains($"{{{field.JsonName}}}", StringComparison.Ordinal);

    private static string MediaOf(MethodDescriptor method) => method.IsClientStreaming ? MediaTypes.JsonLines : MediaTypes.Json;

    private OpenApiMediaType Answer(MethodDescriptor method) =>
        method.IsClientStreaming ? AnswerLine(method) : Content(schemas.Reference(method.OutputType), OnlyAnswer(method.OutputType) ?? ExampleRequests.AnswerOf(method.Name));

    /// <summary>What one line is: OpenAPI 3.0 has no word for all of them.</summary>
    private OpenApiMediaType AnswerLine(MethodDescriptor method) => new()
    {
        Schema = new OpenApiSchema { AnyOf = [schemas.Reference(method.OutputType), ProblemSchema.Ending(schemas)] },
        Examples = new Dictionary<string, IOpenApiExample>
        {
            ["endedByAProblem"] = new OpenApiExample { Summary = "The last line of answers that a problem ended.", Value = ProblemSchema.EndingExample() },
        },
    };

    private static string FirstSentence(string text)
    {
        var end = text.IndexOfAny(['.', ';', ':']);
        return end < 0 ? text : text[..end];
    }
}
