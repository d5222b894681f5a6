namespace OrderCheck.Grains.Findings;

/// <summary>One page of what was judged late, oldest first.</summary>
/// <param name="Entries">At most as many as asked for.</param>
/// <param name="Next">Cursor to ask the following page with; the one asked with where nothing came.</param>
public sealed record LatePage(IReadOnlyList<LateJudgement> Entries, long Next);
