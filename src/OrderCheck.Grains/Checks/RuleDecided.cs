using OrderCheck.Core.Findings;

namespace OrderCheck.Grains.Checks;

/// <summary>One finding of a rule that was decided on.</summary>
/// <param name="Asked">The finding asked for an answer.</param>
/// <param name="First">It had not been decided on before.</param>
/// <param name="Seconds">From the check to the decision, never below 0: the HIS has a clock of its own.</param>
/// <param name="Reason">As it was written.</param>
internal readonly record struct RuleDecided(string Rule, DecisionKind Kind, bool Asked, bool First, long Seconds, string? Reason);
