using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using OrderCheck.Ledger.Wire;
using OrderCheck.Server.Errors;

namespace OrderCheck.Server.Json;

/// <summary>Whether a JSON request is one of its method: its size, its content type, its query and its body.</summary>
internal static class RequestForm
{
    /// <summary>Reads the body and puts it back for the transcoder.</summary>
    /// <returns>Why the request is not read further; null if it is well-formed.</returns>
    /// <exception cref="CallerLeftException">The caller is gone.</exception>
    public static async Task<Problem?> ReadAsync(HttpRequest request, GrpcJsonTranscodingMetadata method, FieldSpelling spelling)
    {
        var inBody = method.HttpRule.Body.Length > 0;
        if (QueryForm.Check(request.Query, method.MethodDescriptor.InputType, inBody, spelling) is { Count: > 0 } violations)
            return Bad(violations, spelling);
        if (await JsonBody.ReadAsync(request) is not { } body)
            return Problems.TooLarge();
        if (!inBody)
            return body.Count == 0 ? null : Bad([new FieldViolation("body", "is not read by this method", "no body")], spelling);
        if (!MediaTypes.IsJson(request.ContentType))
            return Problems.Unsupported(request.ContentType, $"{MediaTypes.Json} in UTF-8");
        body = ByteOrderMark.Skip(body);
        var form = JsonForm.Check(body, method.MethodDescriptor.InputType, spelling);
        if (Problems.Of(form, spelling) is { } problem)
            return problem;
        if (form.HasNulls)
            body = NullMembers.Remove(body);
        request.Body = new MemoryStream(body.Array!, body.Offset, body.Count, writable: false);
        return null;
    }

    private static Problem Bad(IReadOnlyList<FieldViolation> violations, FieldSpelling spelling) =>
        Problems.Of(ErrorMapper.BadForm(violations), spelling);
}
