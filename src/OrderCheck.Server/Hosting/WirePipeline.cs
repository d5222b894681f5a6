using Microsoft.AspNetCore.Cors.Infrastructure;
using OrderCheck.Server.Errors;
using OrderCheck.Server.Json;

namespace OrderCheck.Server.Hosting;

/// <summary>What a request passes before its method. gRPC itself, where microseconds count, passes the <see cref="FormGuard"/> alone.</summary>
internal static class WirePipeline
{
    public static void UseWire(this IApplicationBuilder app, OrderCheckOptions options)
    {
        var origins = CorsOrigins.Read(options.CorsOrigins);
        app.UseWhen(static context => !IsGrpc(context.Request.ContentType), http =>
        {
            if (origins.Length > 0)
                http.UseCors(policy => Allow(policy, origins));
            http.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true });
            http.UseMiddleware<JsonFront>();
        });
        app.UseMiddleware<FormGuard>();
    }

    /// <summary>"application/grpc" or "application/grpc+proto"; gRPC-Web's are "application/grpc-web…".</summary>
    private static bool IsGrpc(string? contentType) =>
        contentType is not null
        && contentType.StartsWith("application/grpc", StringComparison.Ordinal)
        && (contentType.Length == "application/grpc".Length || contentType["application/grpc".Length] is '+' or ';');

    private static void Allow(CorsPolicyBuilder policy, string[] origins) => policy
        .WithOrigins(origins)
        .WithMethods("GET", "POST", "PUT")
        .WithHeaders(
            "content-type", "x-api-key", "x-oc-role", "x-oc-hospital", "x-oc-department", "x-oc-person", "x-grpc-web", "x-user-agent", "grpc-timeout")
        .WithExposedHeaders("grpc-status", "grpc-message", "grpc-status-details-bin");
}
