using Microsoft.OpenApi;
using OrderCheck.Server.Json;

namespace OrderCheck.Server.OpenApi;

/// <summary>Makes the OpenAPI document of the JSON interface from the proto files: the same files, the same document.</summary>
internal static class OpenApiDocuments
{
    /// <summary>3.0: hospitals' generators are old.</summary>
    public const OpenApiSpecVersion Version = OpenApiSpecVersion.OpenApi3_0;

    private const string About = """
        Checks orders and charges of a hospital against the medical-insurance rules and the patient's DRG/DIP budget, beside the HIS.

        - Money and quantities are decimal strings ("12.34"); int64 are strings too; times are RFC 3339 with their zone, in any zone, and are answered in UTC.
        - Fields are read as unitPrice and as unit_price, and written as unitPrice. A field that does not exist is refused by name. An empty text, a missing field and null mean "not known".
        - A finding is never an error. A state that is not CHECK_STATE_COMPLETE is not clean: show it, and let the doctor go on.
        - Every write carries a requestId, unique for its encounter for ever: after a time-out send the same again.
        - Refusals are problem details (application/problem+json).
        """;

    /// <param name="server">Where it is served, without a slash at the end.</param>
    public static OpenApiDocument Make(string server)
    {
        var document = new OpenApiDocument
        {
            Info = new OpenApiInfo { Title = "OrderCheck", Version = "v1", Description = About },
            Servers = [new OpenApiServer { Url = server, Description = "This service." }],
            Components = Callers.Schemes(),
            Paths = [],
            Tags = new HashSet<OpenApiTag>(),
        };
        var schemas = new Schemas(document);
        var problem = ProblemSchema.Reference(schemas);
        AddPaths(document, new Operations(document, schemas));
        document.Components.Schemas = schemas.All.ToDictionary();
        document.Components.Responses = new Dictionary<string, IOpenApiResponse>
        {
            [ProblemSchema.Name] = new OpenApiResponse
            {
                Description = "The call was refused, and nothing of it was done.",
                Content = new Dictionary<string, IOpenApiMediaType>
                {
                    [Problem.ContentType] = new OpenApiMediaType { Schema = problem, Example = ProblemSchema.Example() },
                },
            },
        };
        document.Security = Callers.Requirements(document);
        return document;
    }

    private static void AddPaths(OpenApiDocument document, Operations operations)
    {
        foreach (var service in DescribedContract.Services)
        {
            document.Tags!.Add(new OpenApiTag { Name = service.Name, Description = DescribedContract.CommentOf(service) });
            foreach (var method in service.Methods)
            {
                if (DescribedContract.RuleOf(method) is not { } rule)
                    continue;
                var (verb, path) = Operations.PlaceOf(rule);
                if (!document.Paths.TryGetValue(path, out var item))
                    document.Paths.Add(path, item = new OpenApiPathItem());
                ((OpenApiPathItem)item).AddOperation(verb, operations.Make(method, rule));
            }
        }
    }
}
