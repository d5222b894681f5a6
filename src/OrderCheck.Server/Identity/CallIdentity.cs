using Grpc.Core;
using OrderCheck.Core.Identity;

namespace OrderCheck.Server.Identity;

/// <summary>Who calls, once the key is proved and the headers are read.</summary>
/// <param name="KeyId">Names the key; no secret.</param>
/// <param name="Hospitals">That the key may act for; empty for the whole installation (administrators).</param>
/// <param name="Caller">With hospital "" where the key is for the whole installation and none was picked.</param>
internal sealed record CallIdentity(string KeyId, IReadOnlyList<string> Hospitals, Caller Caller)
{
    private static readonly object Slot = new();

    public static void Set(ServerCallContext context, CallIdentity identity) => context.UserState[Slot] = identity;

    /// <exception cref="UnauthenticatedException">Nobody was identified: the method is reached past the interceptor.</exception>
    public static CallIdentity Of(ServerCallContext context) =>
        context.UserState.TryGetValue(Slot, out var identity) ? (CallIdentity)identity : throw new UnauthenticatedException("The caller is not known.");
}
