using System.Globalization;

namespace OrderCheck.Interop.Nhsa;

/// <summary>
/// jr_id of a result of ours, at most 50 characters: the recorded check and which of its findings, so that a 3103 leads back
/// to it without a table. A bureau's own never looks like one.
/// </summary>
/// <param name="CheckId">A UUID.</param>
/// <param name="Index">Of the finding in the recorded answer, from 0; -1: the row that says that nothing was checked.</param>
public sealed record JudgementId(Guid CheckId, int Index)
{
    private const string Prefix = "OC";

    /// <summary>Null where it is no id of ours.</summary>
    public static JudgementId? Read(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return text.StartsWith(Prefix, StringComparison.Ordinal) && dash > Prefix.Length
            && Guid.TryParseExact(text.AsSpan(Prefix.Length, dash - Prefix.Length), "N", out var check)
            && int.TryParse(text.AsSpan(dash + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index)
                ? new JudgementId(check, index)
                : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{CheckId:N}-{Index}");
}
