using OrderCheck.Core.Amounts;

namespace OrderCheck.Grains.Charges;

/// <summary>One sum on which the HIS and the ledger differ.</summary>
/// <param name="VisitNumber">The encounter.</param>
/// <param name="Category">"" for all of the encounter's charges together.</param>
public sealed record ReconcileDifference(
    string VisitNumber, string Category, int HisCount, int OurCount, Money HisAmount, Money OurAmount);
