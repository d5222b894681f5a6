using System.Text.RegularExpressions;
using OrderCheck.Core.Encounters;

namespace OrderCheck.Core.Findings;

/// <summary>Whether a laboratory's value is the one that a limit in words asks for ("限ALT>120U/L的患者").</summary>
internal static partial class PromisedResult
{
    /// <summary>A limit that names no test by an abbreviation may be shown by any.</summary>
    /// <param name="sentence">The limit; null where the finding rests on no sentence.</param>
    public static bool Shows(LaboratoryValueRecorded value, string? sentence)
    {
        if (sentence is null)
            return true;
        var named = false;
        foreach (var match in Abbreviation().EnumerateMatches(sentence))
        {
            var test = sentence.AsSpan(match.Index, match.Length);
            if (test is "IU")
                continue;
            named = true;
            if (value.Code.AsSpan().Contains(test, StringComparison.OrdinalIgnoreCase) || value.Name.AsSpan().Contains(test, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return !named;
    }

    /// <summary>ALT, HER2: units are spelled with small letters, or with one.</summary>
    [GeneratedRegex("[A-Z][A-Z0-9]+")]
    private static partial Regex Abbreviation();
}
