namespace OrderCheck.Core.Checks;

/// <summary>What the finding rests on as it is made now, before discharge.</summary>
/// <param name="InfantNo">Whose it is; null: the patient's own.</param>
/// <param name="Undetermined">The rule speaks only because it cannot tell.</param>
/// <param name="Inputs">Those that it lacks.</param>
/// <param name="Sentence">The limit in words, of a rule that shows it; null of the others.</param>
internal readonly record struct LackedNow(string? InfantNo, bool Undetermined, IReadOnlyList<string> Inputs, string? Sentence);
