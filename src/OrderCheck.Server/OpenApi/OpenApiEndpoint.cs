using Microsoft.OpenApi;
using OrderCheck.Server.Errors;
using OrderCheck.Server.Identity;
using OrderCheck.Server.Json;

namespace OrderCheck.Server.OpenApi;

/// <summary>GET /openapi/v1.json, for whoever has a key.</summary>
internal static class OpenApiEndpoint
{
    public static void MapOpenApi(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/openapi/v1.json", WriteAsync);

    private static async Task WriteAsync(HttpContext context, CallerReader callers)
    {
        try
        {
            await callers.ReadAsync(CallHeaders.Of(context.Request), context.Connection.RemoteIpAddress, context.RequestAborted);
        }
        catch (Exception error) when (ErrorMapper.Map(error, "") is { } status)
        {
            await Problems.WriteAsync(context.Response, Problems.Of(status, new FieldSpelling()), context.RequestAborted);
            return;
        }

        context.Response.ContentType = "application/json";
        var document = OpenApiDocuments.Make($"{context.Request.Scheme}://{context.Request.Host}");
        var text = await document.SerializeAsJsonAsync(OpenApiDocuments.Version, context.RequestAborted);
        await context.Response.WriteAsync(text, context.RequestAborted);
    }
}
