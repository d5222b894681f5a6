using OrderCheck.Protocol.V1;

namespace OrderCheck.EndToEnd.Overload;

/// <summary>A check that was sent without waiting for the ones before it.</summary>
internal sealed record RushedCall(CheckAnswer Answer, TimeSpan Took);
