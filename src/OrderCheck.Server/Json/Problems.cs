using System.Text.Encodings.Web;
using System.Text.Json;
using Google.Rpc;
using OrderCheck.Server.Errors;
using OrderCheck.Server.Hosting;
using HttpResponse = Microsoft.AspNetCore.Http.HttpResponse;
using Status = Google.Rpc.Status;

namespace OrderCheck.Server.Json;

/// <summary>Makes problem details of google.rpc.Status, and writes them.</summary>
internal static class Problems
{
    /// <summary>Violations that the detail names; the rest is in the list.</summary>
    private const int MostInDetail = 3;

    /// <summary>How problems are written: in one line.</summary>
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="spelling">How the request spells its fields.</param>
    public static Problem Of(Status status, FieldSpelling spelling)
    {
        var (name, http, title) = ProblemKinds.Of((Code)status.Code);
        var info = status.GetDetail<ErrorInfo>();
        var violations = status.GetDetail<BadRequest>()?.FieldViolations
            .Select(v => new Violation(spelling.Spell(v.Field), v.Description)).ToList();
        return new Problem
        {
            Title = title,
            Status = http,
            Detail = violations is null || info?.Reason == "not_json" ? status.Message : Detail(violations),
            Code = name,
            Reason = info?.Reason ?? name.ToLowerInvariant(),
            Domain = info?.Domain ?? ErrorMapper.Domain,
            Metadata = info?.Metadata is { Count: > 0 } metadata ? metadata.ToDictionary() : null,
            Violations = violations,
        };
    }

    /// <summary>Of a text that is not its message.</summary>
    /// <returns>Null if it is well-formed.</returns>
    public static Problem? Of(JsonFormResult form, FieldSpelling spelling) =>
        form.Fault is { } fault ? Of(ErrorMapper.NotJson(fault), spelling) : form.Violations.Count > 0 ? Of(ErrorMapper.BadForm(form.Violations), spelling) : null;

    /// <summary>Of an HTTP status that was set without a word of why.</summary>
    public static Problem OfHttp(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => Http(
            404, Code.NotFound, "unknown_path", "There is no such path", $"{context.Request.Path} is no path of this service; GET /openapi/v1.json lists them."),
        StatusCodes.Status405MethodNotAllowed => Http(
            405,
            Code.Unimplemented,
            "method_not_allowed",
            "The path has no such method",
            $"{context.Request.Method} is not allowed for {context.Request.Path}; allowed: {context.Response.Headers.Allow}."),
        StatusCodes.Status413PayloadTooLarge => TooLarge(),
        StatusCodes.Status415UnsupportedMediaType => Unsupported(context.Request.ContentType, "another one"),
        var other => Http(other, other < 500 ? Code.InvalidArgument : Code.Internal, "http_" + other, "The request was not answered", $"HTTP status {other}."),
    };

    public static Problem PathNotRead(PathString path) => Http(
        400, Code.InvalidArgument, "bad_path", "The path cannot be read", $"{path} has %2F in it and steps like /../ beside it; send the path without such steps.");

    public static Problem TooLarge() => TooLarge($"At most {ServerHost.LargestMessage} bytes are read. Send fewer orders or charges in a call.");

    public static Problem TooLarge(string detail) => Http(413, Code.ResourceExhausted, "too_large", "The message is too large", detail);

    /// <summary>Of a body that breaks off, or whose chunks are none.</summary>
    public static Problem Broken(BadHttpRequestException broken) => Http(
        broken.StatusCode, Code.InvalidArgument, "broken_body", "The body cannot be read to its end", broken.Message);

    /// <param name="contentType">That was sent.</param>
    /// <param name="allowed">That the path reads.</param>
    public static Problem Unsupported(string? contentType, string allowed) => Http(
        415,
        Code.InvalidArgument,
        "unsupported_media_type",
        "The content type is not read here",
        $"The content type is {(string.IsNullOrEmpty(contentType) ? "not given" : contentType)}; allowed: {allowed}.");

    public static async Task WriteAsync(HttpResponse response, Problem problem, CancellationToken cancellation)
    {
        response.StatusCode = problem.Status;
        response.ContentType = Problem.ContentType;
        response.ContentLength = null;
        await JsonSerializer.SerializeAsync(response.Body, problem, Options, cancellation);
    }

    private static string Detail(List<Violation> violations) =>
        string.Join("; ", violations.Take(MostInDetail).Select(static v => $"{v.Field}: {v.Description}"))
        + (violations.Count > MostInDetail ? $"; and {violations.Count - MostInDetail} more" : "");

    private static Problem Http(int status, Code code, string reason, string title, string detail) => new()
    {
        Title = title,
        Status = status,
        Detail = detail,
        Code = ProblemKinds.Of(code).Name,
        Reason = reason,
        Domain = ErrorMapper.Domain,
    };
}
