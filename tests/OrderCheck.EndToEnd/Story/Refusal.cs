using Google.Rpc;
using Grpc.Core;
using Xunit;

namespace OrderCheck.EndToEnd.Story;

/// <summary>What a refused call says: google.rpc.Status with a stable reason and, for bad form, the fields.</summary>
internal sealed record Refusal(StatusCode Code, string Reason, string Message, IReadOnlyList<BadRequest.Types.FieldViolation> Fields)
{
    /// <summary>The call must be refused.</summary>
    public static async Task<Refusal> OfAsync(Func<Task> call) => Of(await Assert.ThrowsAsync<RpcException>(call));

    public static Refusal Of(RpcException refused)
    {
        var status = refused.GetRpcStatus();
        return new Refusal(
            refused.StatusCode,
            status?.GetDetail<ErrorInfo>()?.Reason ?? "",
            refused.Status.Detail,
            status?.GetDetail<BadRequest>()?.FieldViolations ?? (IReadOnlyList<BadRequest.Types.FieldViolation>)[]);
    }

    public BadRequest.Types.FieldViolation Field(string path) => Assert.Single(Fields, field => field.Field == path);
}
