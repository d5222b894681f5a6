using OrderCheck.Core.Findings;
using OrderCheck.Core.Regions;

namespace OrderCheck.Interop.Nhsa.Relay;

/// <summary>Codes of sev_deg from the gravest to the mildest, as the region has them.</summary>
public sealed record SeverityOrder(IReadOnlyList<string> GravestFirst)
{
    private static readonly string[] Words = [.. Enum.GetValues<Severity>().Order().Select(RegionWords.Of)];

    /// <summary>1 明确违规, 2 高度可疑, 3 轻度可疑, as public clients read them.</summary>
    public static SeverityOrder National { get; } = new(["1", "2", "3"]);

    /// <summary>By what the codes of the region mean; one code may mean several severities, and is as grave as the gravest.</summary>
    public static SeverityOrder Of(RegionProfile region)
    {
        var known = region.Codes.GetValueOrDefault(NhsaTables.Severity)?.Rows
            .Where(static row => row.Words.Count > 0)
            .OrderBy(static row => row.Words.Min(static word => Array.IndexOf(Words, word.Split('/')[0])))
            .Select(static row => row.Code).ToList();
        return known is { Count: > 0 } ? new SeverityOrder(known) : National;
    }

    /// <summary>0 is the gravest; a code that is not known comes after all.</summary>
    public int Rank(string code)
    {
        for (var i = 0; i < GravestFirst.Count; i++)
        {
            if (GravestFirst[i] == code)
                return i;
        }

        return GravestFirst.Count;
    }

    /// <summary>The graver of two; the first where they cannot be told apart.</summary>
    public string Graver(string first, string second) => Rank(second) < Rank(first) ? second : first;
}
