namespace OrderCheck.Core.Checks;

/// <summary>What is used of an item on one calendar day.</summary>
/// <param name="Billed">Charges less refunds.</param>
/// <param name="Planned">Something is planned and not yet billed, also where nobody knows how much it takes.</param>
internal readonly record struct DayUse(int Day, decimal Billed, bool Planned);
