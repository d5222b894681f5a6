using System.Globalization;
using OrderCheck.Core.Orders;

namespace OrderCheck.Interop.Nhsa;

/// <summary>
/// Ids of lines. Some HISs give several lines one rx_id; the others of these are then known by it with a mark of their item behind
/// it, the same each time.
/// </summary>
public static class LineIds
{
    private const string Mark = "#oc";
    private const int MarkLength = 11;

    /// <summary>The caller's id of the order.</summary>
    public static string RxIdOf(string orderId) =>
        orderId.Length > MarkLength && orderId.AsSpan(orderId.Length - MarkLength).StartsWith(Mark, StringComparison.Ordinal) ? orderId[..^MarkLength] : orderId;

    /// <summary>Another id for a line that shares its own.</summary>
    /// <param name="times">How many lines of the item have had it before.</param>
    internal static string OfShared(Order line, int times) =>
        string.Create(CultureInfo.InvariantCulture, $"{line.Id}{Mark}{Hash($"{line.ItemCode}|{line.ItemHospitalCode}|{line.ItemName}|{times}"):x8}");

    /// <summary>FNV-1a: the same on every machine.</summary>
    private static uint Hash(string text)
    {
        var hash = 2166136261u;
        unchecked
        {
            foreach (var one in text)
                hash = (hash ^ one) * 16777619u;
        }
        return hash;
    }
}
