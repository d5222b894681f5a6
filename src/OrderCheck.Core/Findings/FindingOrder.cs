namespace OrderCheck.Core.Findings;

/// <summary>Worst first: what the release weighs heaviest, what blocks, then how certain, then how much money; the rest only so that the same input gives the same order.</summary>
internal sealed class FindingOrder : IComparer<Finding>
{
    public static readonly FindingOrder WorstFirst = new();

    public int Compare(Finding? x, Finding? y)
    {
        if (x is null || y is null)
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        var order = y.Weight.CompareTo(x.Weight);
        // As numbers: an enum's own comparison makes objects of both.
        if (order == 0)
            order = ((int)y.Response).CompareTo((int)x.Response);
        if (order == 0)
            order = x.Undetermined.CompareTo(y.Undetermined);
        if (order == 0)
            order = ((int)x.Severity).CompareTo((int)y.Severity);
        if (order == 0)
            order = (y.Amount?.Micros ?? 0).CompareTo(x.Amount?.Micros ?? 0);
        if (order == 0)
            order = string.CompareOrdinal(x.Rule, y.Rule);
        if (order == 0)
            order = string.CompareOrdinal(x.Offender?.ItemCode, y.Offender?.ItemCode);
        if (order == 0)
            order = Nullable.Compare(x.Offender?.At, y.Offender?.At);
        if (order == 0)
            order = string.CompareOrdinal(x.Offender?.OrderId ?? x.Offender?.ChargeId, y.Offender?.OrderId ?? y.Offender?.ChargeId);
        return order != 0 ? order : string.CompareOrdinal(x.Key, y.Key);
    }
}
