using System.Security.Cryptography;
using System.Text;

namespace OrderCheck.Interop.Nhsa.Relay;

/// <summary>jr_ids of the bureau: they pass as they are, unless the HIS or we could take them for something else.</summary>
internal static class BureauIds
{
    private const int Longest = 50;
    private const string Ours = "OC";
    private const string Mapped = "OB";

    /// <summary>Whether it is one of those that are made here: no bureau knows it.</summary>
    public static bool IsMade(string shown) => shown.Length == Mapped.Length + 32 && shown.StartsWith(Mapped, StringComparison.Ordinal);

    /// <summary>The same id is always shown as the same; one that is empty, too long, or looks like one of ours gets one of 34 characters.</summary>
    /// <param name="row">Its JSON makes the id of a row without one.</param>
    public static string Shown(ResultRow row)
    {
        var clashes = row.Id.StartsWith(Ours, StringComparison.Ordinal) || row.Id.StartsWith(Mapped, StringComparison.Ordinal);
        if (row.Id.Length is > 0 and <= Longest && !clashes)
            return row.Id;
        var hash = SHA256.HashData(row.Id.Length > 0 ? Encoding.UTF8.GetBytes(row.Id) : row.Json.ToArray());
        return Mapped + Convert.ToHexStringLower(hash.AsSpan(0, 16));
    }
}
