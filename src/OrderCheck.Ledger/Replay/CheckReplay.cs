using OrderCheck.Core.Rules;
using OrderCheck.Ledger.Checks;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Ledger.Replay;

/// <summary>A recorded check, and the same judged again.</summary>
/// <param name="Record">Whose, when, at which stage.</param>
/// <param name="Recorded">What was answered then.</param>
/// <param name="Replayed">What is answered now; null where nothing was judged then.</param>
/// <param name="By">The release it was judged again by; null where none was live.</param>
/// <param name="Differences">Empty if the answers are the same, but for the time that they took.</param>
public sealed record CheckReplay(
    CheckRecord Record, Proto.CheckAnswer Recorded, Proto.CheckAnswer? Replayed, Release? By, IReadOnlyList<AnswerDifference> Differences);
