using System.Globalization;
using Grpc.Core;
using Microsoft.AspNetCore.Http.Features;
using OrderCheck.Server.Hosting;

namespace OrderCheck.Server.Errors;

/// <summary>
/// Says clearly what is wrong with a gRPC message that cannot be read: no interceptor sees it, and the framework would only
/// say that something failed.
/// </summary>
internal sealed class FormGuard(RequestDelegate next)
{
    private const string StatusName = "grpc-status";
    private const string MessageName = "grpc-message";

    private static readonly string TooLarge = $"at most {ServerHost.LargestMessage} bytes are read. Send fewer orders or charges in a call.";

    /// <summary>What is said of a message that is none.</summary>
    public const string Unreadable = "The message is not one of this method: its bytes are broken, or a text is not UTF-8.";

    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.Request.ContentType?.StartsWith("application/grpc", StringComparison.Ordinal) == true)
            Explain(StatusHeaders(context));
    }

    /// <summary>Unknown comes from reading alone: what fails later has been mapped by <see cref="ErrorInterceptor"/>.</summary>
    private static void Explain(IHeaderDictionary? headers)
    {
        var status = headers?[StatusName].ToString();
        if (status == Number(StatusCode.ResourceExhausted))
        {
            headers![MessageName] = "The message is too large: " + TooLarge;
        }
        else if (status == Number(StatusCode.Unknown))
        {
            headers![StatusName] = Number(StatusCode.InvalidArgument);
            headers[MessageName] = Unreadable;
        }
    }

    private static IHeaderDictionary? StatusHeaders(HttpContext context) =>
        context.Response.Headers.ContainsKey(StatusName) && !context.Response.HasStarted
            ? context.Response.Headers
            : context.Features.Get<IHttpResponseTrailersFeature>()?.Trailers is { IsReadOnly: false } trailers ? trailers : null;

    private static string Number(StatusCode code) => ((int)code).ToString(CultureInfo.InvariantCulture);
}
