using OrderCheck.Core.Orders;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>A line as it was read.</summary>
/// <param name="Order">Null where it is none: see <paramref name="WhyNot"/>.</param>
/// <param name="Current">It is asked about.</param>
/// <param name="HasStart">Its start was told.</param>
/// <param name="VisitId">Whose it is, where it says so.</param>
/// <param name="Refund">Of a line of before with a quantity below nothing: what it takes back, as much above nothing.</param>
internal readonly record struct ReadLine(string? Id, Order? Order, bool Current, bool HasStart, string? VisitId, string? WhyNot, Order? Refund);
