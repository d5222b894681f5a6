using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OrderCheck.Ledger.Wire;
using OrderCheck.Server.Errors;
using OrderCheck.Server.Json;
using OrderCheck.Server.Json.Lines;

namespace OrderCheck.Server.OpenApi;

/// <summary>What every refusal looks like.</summary>
internal static class ProblemSchema
{
    public const string Name = "Problem";

    public static IOpenApiSchema Reference(Schemas schemas)
    {
        var violation = schemas.Add(nameof(Violation), new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "One field of a request that is not well-formed.",
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["field"] = Text("Path of the field, spelled as the request spells its fields: charges[3].unitPrice, or charges[3].unit_price."),
                ["description"] = Text("The value, what is wrong with it, and what is allowed."),
            },
            Required = new HashSet<string> { "field", "description" },
        });
        return schemas.Add(Name, new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "Why a call was refused (RFC 9457). Programs go by code and reason, people by detail.",
            Properties = Properties(violation),
            Required = new HashSet<string> { "type", "title", "status", "detail", "code", "reason", "domain" },
        });
    }

    /// <summary>The last line of a stream that a problem ended.</summary>
    public static IOpenApiSchema Ending(Schemas schemas) => schemas.Add(nameof(EndingProblem), new OpenApiSchema
    {
        Type = JsonSchemaType.Object,
        Description = "Not an answer but the last line of answers that a problem ended: all lines before the one at fault have been answered. "
            + "No answer has a member of its name.",
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["problem"] = new OpenApiSchema
            {
                AllOf = [Reference(schemas)],
                Description = "What the call would have been refused with before its first answer; metadata.line is the number of the line at fault, from 1.",
            },
        },
        Required = new HashSet<string> { "problem" },
        AdditionalPropertiesAllowed = false,
    });

    /// <summary>A real one: made by what makes them.</summary>
    public static JsonNode Example() => JsonSerializer.SerializeToNode(
        Problems.Of(
            ErrorMapper.BadForm([new FieldViolation("charges[3].unit_price", "\"1.2345678\" is not an amount", "plain decimal text with at most 6 decimals")]),
            new FieldSpelling()),
        JsonSerializerOptions.Web)!;

    /// <summary>A real last line.</summary>
    public static JsonNode EndingExample() => JsonSerializer.SerializeToNode(
        new EndingProblem(LineProblems.In(
            Problems.Of(
                ErrorMapper.BadForm([new FieldViolation("requests[3].case.age_years", "case \"ZY-17\": 300 is out of range", "a whole number from 0 to 200")]),
                new FieldSpelling(inLine: true)),
            line: 4)),
        Problems.Options)!;

    private static Dictionary<string, IOpenApiSchema> Properties(IOpenApiSchema violation) => new()
    {
        ["type"] = Text("A stable name of the kind of problem: urn:ordercheck:problem: and the reason."),
        ["title"] = Text("The kind of problem in a few words, stable."),
        ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Description = "The HTTP status." },
        ["detail"] = Text("This problem, in English."),
        ["code"] = Text("gRPC's name of the failure: INVALID_ARGUMENT, NOT_FOUND, ALREADY_EXISTS, PERMISSION_DENIED, UNAUTHENTICATED, UNAVAILABLE, DEADLINE_EXCEEDED …"),
        ["reason"] = Text("Stable, for programs: bad_form, not_json, refused, id_reused, request_id_reused, unknown_encounter, not_permitted, store_down, starting …"),
        ["domain"] = Text("Who gives the reason: ordercheck."),
        ["metadata"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.String },
            Description = "Further texts for programs, such as the id that was used twice; absent if there are none.",
        },
        ["violations"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = violation, Description = "Every field that is not well-formed; absent if the problem is none of form." },
    };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };
}
