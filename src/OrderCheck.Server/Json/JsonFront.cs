using Google.Protobuf;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using OrderCheck.Server.Errors;
using Status = Google.Rpc.Status;

namespace OrderCheck.Server.Json;

/// <summary>
/// In front of everything that is no gRPC. JSON requests are held against their message before the transcoder reads them,
/// and whatever is refused, by whomever, is answered with problem details.
/// </summary>
internal sealed class JsonFront(RequestDelegate next, ILogger<JsonFront> logger)
{
    private static readonly JsonParser StatusParser = new(
        JsonParser.Settings.Default.WithTypeRegistry(TypeRegistry.FromFiles(Google.Rpc.ErrorDetailsReflection.Descriptor)));

    public async Task InvokeAsync(HttpContext context)
    {
        // What gRPC-Web unpacked.
        if (context.Request.ContentType?.StartsWith("application/grpc", StringComparison.Ordinal) == true)
        {
            await next(context);
            return;
        }

        try
        {
            var problem = context.GetEndpoint()?.Metadata.GetMetadata<GrpcJsonTranscodingMetadata>() is { } method
                ? await TranscodeAsync(context, method)
                : await PassAsync(context);
            if (problem is not null)
                await Problems.WriteAsync(context.Response, problem, context.RequestAborted);
        }
        catch (OperationCanceledException ended) when (ended is CallerLeftException || context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be told.
        }
        catch (BadHttpRequestException broken) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = broken.StatusCode;
            await Problems.WriteAsync(context.Response, Problems.OfHttp(context), context.RequestAborted);
        }
#pragma warning disable CA1031 // The edge: whatever it was, the caller gets a problem and never a stack trace.
        catch (Exception error) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            var errorId = Guid.CreateVersion7().ToString("N");
            ServerLog.CallFailed(logger, error, context.GetEndpoint()?.DisplayName ?? "", errorId);
            await Problems.WriteAsync(context.Response, Problems.Of(ErrorMapper.Internal(errorId), new FieldSpelling()), context.RequestAborted);
        }
    }

    /// <summary>Pages and other people's formats say their own errors; only what would be said with nothing but a status is said here.</summary>
    private async Task<Problem?> PassAsync(HttpContext context)
    {
        await next(context);
        var response = context.Response;
        return response.StatusCode >= StatusCodes.Status400BadRequest && !response.HasStarted && response.ContentType is null
            ? Problems.OfHttp(context)
            : null;
    }

    private async Task<Problem?> TranscodeAsync(HttpContext context, GrpcJsonTranscodingMetadata method)
    {
        var spelling = new FieldSpelling();
        if (!PathSlashes.Decode(context))
            return Problems.PathNotRead(context.Request.Path);
        if (await RequestForm.ReadAsync(context.Request, method, spelling) is { } refused)
            return refused;
        var body = context.Response.Body;
        var capture = new RefusalCapture(context.Response, body);
        context.Response.Body = capture;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }

        return capture.Kept is { } kept ? Problems.Of(StatusParser.Parse<Status>(System.Text.Encoding.UTF8.GetString(kept)), spelling) : null;
    }
}
