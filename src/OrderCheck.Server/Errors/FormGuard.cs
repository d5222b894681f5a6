using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using OrderCheck.Server.Hosting;

namespace OrderCheck.Server.Errors;

/// <summary>Says clearly what is wrong with a message that is too large: the framework would only say that it is.</summary>
internal sealed class FormGuard(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/v1"))
        {
            if (context.Request.ContentLength > ServerHost.LargestMessage)
            {
                await RefuseAsync(context);
                return;
            }

            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
                limit.MaxRequestBodySize = ServerHost.LargestMessage;
        }

        await next(context);
    }

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(JsonSerializer.Serialize(new
        {
            code = (int)Grpc.Core.StatusCode.ResourceExhausted,
            message = $"The message has {context.Request.ContentLength} bytes; at most {ServerHost.LargestMessage} are read. Send fewer orders or charges in a call.",
        }));
    }
}
