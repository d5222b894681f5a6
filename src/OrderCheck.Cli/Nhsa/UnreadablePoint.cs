namespace OrderCheck.Cli.Nhsa;

/// <summary>A point whose own row is at fault: what of it is known all the same.</summary>
/// <param name="RuleClass">As it stands there; "" where that is the fault.</param>
/// <param name="Supersedes">Ids of points, which stay in force.</param>
internal sealed record UnreadablePoint(string Id, string RuleClass, IReadOnlyList<string> Supersedes, Rejection Why);
