namespace OrderCheck.Core.Encounters;

/// <summary>A newborn inside the mother's encounter.</summary>
public sealed record Infant(string Number, Sex Sex, DateTimeOffset BirthTime, int? WeightGrams);
