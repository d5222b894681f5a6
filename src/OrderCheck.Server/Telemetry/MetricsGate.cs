using OrderCheck.Grains.Permissions;
using OrderCheck.Server.Errors;
using OrderCheck.Server.Identity;
using OrderCheck.Server.Json;

namespace OrderCheck.Server.Telemetry;

/// <summary>
/// Lets through to the metrics only whose key says administrator or monitor of the whole installation: the numbers are of all
/// its hospitals.
/// </summary>
internal sealed class MetricsGate(RequestDelegate next, CallerReader callers, AuditTrail audit, InstallationMetrics installation)
{
    private const string Bearer = "Bearer ";

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            var identity = await callers.ReadAsync(HeadersOf(context.Request), context.Connection.RemoteIpAddress, context.RequestAborted);
            Require(identity);
        }
        catch (Exception error) when (ErrorMapper.Map(error, "") is { } status)
        {
            await Problems.WriteAsync(context.Response, Problems.Of(status, new FieldSpelling()), context.RequestAborted);
            return;
        }

        await installation.RefreshAsync(context.RequestAborted);
        await next(context);
    }

    /// <summary>Prometheus before 3.0 sends a key from a file as a bearer token only.</summary>
    private static CallHeaders HeadersOf(HttpRequest request)
    {
        var headers = CallHeaders.Of(request);
        var authorization = request.Headers.Authorization.ToString();
        return headers.ApiKey is null && authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? headers with { ApiKey = authorization[Bearer.Length..].Trim() }
            : headers;
    }

    private void Require(CallIdentity identity)
    {
        if (MethodPermissions.Permits(MethodPermissions.Metrics, identity.Caller.Role) && identity.Hospitals.Count == 0)
            return;
        audit.Record(identity, MethodPermissions.Metrics, request: "", "not_permitted");
        throw new NotPermittedException(identity.Caller.Role, "ReadMetrics; a key of an administrator or monitor for the whole installation may");
    }
}
