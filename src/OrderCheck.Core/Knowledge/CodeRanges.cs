using System.Diagnostics.CodeAnalysis;

namespace OrderCheck.Core.Knowledge;

/// <summary>
/// Diagnoses or procedures as a row gives them: codes and prefixes (K25, I63.9) and ranges (C50.0-C50.9, I60-I69), both ends with
/// all that they are divided into. Ranges are joined and put in order once, so that asking costs a binary search and allocates nothing.
/// </summary>
public sealed class CodeRanges
{
    public const char Separator = '|';

    private const char Range = '-';

    /// <summary>Behind every character of a code: an upper end with all that it is divided into.</summary>
    private const char Last = '\uFFFF';

    private readonly string[] _lows;
    private readonly string[] _highs;

    private CodeRanges(string text, List<(string Low, string High)> ranges)
    {
        Text = text;
        _lows = [.. ranges.Select(range => range.Low)];
        _highs = [.. ranges.Select(range => range.High)];
    }

    /// <summary>As a reader sees them: C50、I60-I69.</summary>
    public string Text { get; }

    /// <summary>The ranges of a text that was read with a row, or that rule text gives.</summary>
    /// <exception cref="FormatException">It is no list of diagnoses, nor one of procedures.</exception>
    internal static CodeRanges Of(string text) =>
        TryParse(text, text.Length > 0 && char.IsAsciiDigit(text.TrimStart()[0]) ? CodeForm.Procedure : CodeForm.DiagnosisOrChapter, out var ranges, out var fault)
            ? ranges
            : throw new FormatException(fault);

    /// <summary>Codes and ranges with '|' between them.</summary>
    /// <param name="fault">English: which part is wrong, and what is allowed.</param>
    public static bool TryParse(string text, CodeForm form, [NotNullWhen(true)] out CodeRanges? ranges, [NotNullWhen(false)] out string? fault)
    {
        ranges = null;
        var read = new List<(string Low, string High)>();
        foreach (var part in text.Split(Separator, StringSplitOptions.TrimEntries))
        {
            var ends = part.Split(Range);
            if (ends.Length > 2 || !Array.TrueForAll(ends, form.IsCode))
            {
                fault = $"'{part}' is no {form.Allowed}; several are separated by '{Separator}'.";
                return false;
            }
            if (string.CompareOrdinal(ends[^1], ends[0]) < 0)
            {
                fault = $"'{part}' ends before it begins.";
                return false;
            }
            read.Add((ends[0], ends[^1] + Last));
        }
        fault = null;
        ranges = new CodeRanges(text.Replace(Separator, Words.Separator), Joined(read));
        return true;
    }

    /// <summary>Whether the code is in one of the ranges; of a dagger code with its asterisk (A17.000+G01*) either part.</summary>
    public bool Contain(string code)
    {
        var plus = code.IndexOf('+', StringComparison.Ordinal);
        return plus < 0 ? Holds(code) : Holds(code.AsSpan(0, plus)) || Holds(code.AsSpan(plus + 1));
    }

    private bool Holds(ReadOnlySpan<char> code)
    {
        var (low, high) = (0, _lows.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (code.CompareTo(_lows[middle], StringComparison.OrdinalIgnoreCase) < 0)
                high = middle;
            else
                low = middle + 1;
        }
        return low > 0 && code.CompareTo(_highs[low - 1], StringComparison.OrdinalIgnoreCase) <= 0;
    }

    private static List<(string Low, string High)> Joined(List<(string Low, string High)> ranges)
    {
        ranges.Sort(static (one, other) => string.Compare(one.Low, other.Low, StringComparison.OrdinalIgnoreCase));
        var joined = new List<(string Low, string High)>();
        foreach (var range in ranges)
        {
            if (joined.Count == 0 || string.Compare(range.Low, joined[^1].High, StringComparison.OrdinalIgnoreCase) > 0)
                joined.Add(range);
            else if (string.Compare(range.High, joined[^1].High, StringComparison.OrdinalIgnoreCase) > 0)
                joined[^1] = (joined[^1].Low, range.High);
        }
        return joined;
    }
}
