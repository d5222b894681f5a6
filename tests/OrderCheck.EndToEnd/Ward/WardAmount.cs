using System.Buffers;
using OrderCheck.Protocol.V1;

namespace OrderCheck.EndToEnd.Ward;

/// <summary>"0.5g", or a number of the usual unit.</summary>
internal static class WardAmount
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");

    public static Amount? Read(string? written, string usualUnit)
    {
        if (written is null)
            return null;
        var digits = written.AsSpan().IndexOfAnyExcept(Digits);
        return digits < 0 ? new Amount { Value = written, Unit = usualUnit } : new Amount { Value = written[..digits], Unit = written[digits..].Trim() };
    }
}
