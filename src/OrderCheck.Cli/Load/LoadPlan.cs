namespace OrderCheck.Cli.Load;

/// <summary>How much is measured.</summary>
/// <param name="Rounds">Of each kind of call, in turns.</param>
/// <param name="Calls">Of a round, over all callers.</param>
/// <param name="Callers">Where many call at once.</param>
/// <param name="Encounters">That are checked and charged.</param>
/// <param name="Charges">That each encounter has at the beginning.</param>
/// <param name="WarmUp">How long calls of every kind run before anything is measured.</param>
internal sealed record LoadPlan(int Rounds, int Calls, int Callers, int Encounters, int Charges, TimeSpan WarmUp);
