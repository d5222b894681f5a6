namespace OrderCheck.Grains.Checks;

/// <summary>A finding that the reader of a check was told.</summary>
/// <param name="Key">The finding's.</param>
/// <param name="Rule">Whose it is.</param>
/// <param name="Asked">It asked for an answer, and was not folded.</param>
internal readonly record struct ToldFinding(string Key, string Rule, bool Asked);
