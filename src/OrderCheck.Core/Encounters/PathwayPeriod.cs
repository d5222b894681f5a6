namespace OrderCheck.Core.Encounters;

/// <summary>While a patient was treated by a clinical pathway.</summary>
/// <param name="From">Null: nobody told of entering it, only of leaving; the group may have put the patient on it.</param>
/// <param name="To">Null: still on it.</param>
/// <param name="Completed">False where it was left before its end (变异退出).</param>
/// <param name="Reason">Why it was left.</param>
public sealed record PathwayPeriod(string Pathway, DateTimeOffset? From, DateTimeOffset? To, bool Completed, string? Reason);
