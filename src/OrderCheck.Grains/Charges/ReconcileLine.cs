using OrderCheck.Core.Amounts;

namespace OrderCheck.Grains.Charges;

/// <summary>A count and sum of the HIS.</summary>
/// <param name="VisitNumber">May be "" where the request is about one encounter.</param>
/// <param name="Category">NHSA med_chrgitm_type, or "" for all of the encounter's charges together.</param>
/// <param name="Count">Lines, refunds included.</param>
/// <param name="Amount">Sum, refunds taken off.</param>
public sealed record ReconcileLine(string VisitNumber, string Category, int Count, Money Amount);
