using Google.Protobuf;
using Microsoft.AspNetCore.Connections;

namespace OrderCheck.Server.Errors;

/// <summary>
/// The rest of a request does not come: its caller is gone. Known by whoever reads, a moment before the call is marked as
/// cancelled; as a kind of cancellation it is no fault of ours.
/// </summary>
internal sealed class CallerLeftException(Exception cause) : OperationCanceledException("The caller ended the call.", cause)
{
    /// <param name="error">What reading a request failed with.</param>
    /// <returns>False also where the request came and is none: such errors are kinds of IOException, too.</returns>
    public static bool IsBehind(Exception error) =>
        error is ConnectionAbortedException or IOException and not (BadHttpRequestException or InvalidProtocolBufferException);
}
