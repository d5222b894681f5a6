namespace OrderCheck.Core.Grouping.Reasons;

/// <summary>A row that was tried, in the order of trying.</summary>
/// <param name="Held">Whether its rule held. An MDC whose rule held and whose groups all failed is followed by the next MDC.</param>
public readonly record struct TriedRow(SchemeRow Row, bool Held);
