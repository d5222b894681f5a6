namespace OrderCheck.Core.Orders;

/// <summary>A planned use of an item by a signed or judged order.</summary>
/// <param name="Root">The order's chain of re-issues: what was charged to any of it fulfils it.</param>
/// <param name="Drafted">Not signed yet: no charge can be of it, also not one that names no order.</param>
public readonly record struct PlannedEntry(string OrderId, string Root, PlannedUse Use, ExpectedLine Line, bool Drafted = false)
{
    /// <summary>In the order of time; at the same moment by the order's id.</summary>
    public static int ByTime(PlannedEntry left, PlannedEntry right) =>
        left.Use.At != right.Use.At ? left.Use.At.CompareTo(right.Use.At) : string.CompareOrdinal(left.OrderId, right.OrderId);
}
