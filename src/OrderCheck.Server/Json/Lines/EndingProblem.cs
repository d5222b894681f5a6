namespace OrderCheck.Server.Json.Lines;

/// <summary>
/// The last line of answers that a problem ended. No answer has a member of its name, and it has none of an answer's.
/// </summary>
/// <param name="Problem">What a call without answers would have got instead of them.</param>
internal sealed record EndingProblem(Problem Problem);
