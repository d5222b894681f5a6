using OrderCheck.Core.Amounts;

namespace OrderCheck.Core.Findings;

/// <summary>
/// The second pure step: folds what was decided before, merges what says the same of several orders, puts the worst first
/// and marks what is beyond the reader's cards.
/// </summary>
public static class FindingFold
{
    /// <param name="decided">By finding key; a withdrawal folds nothing: the doctor who sends it again is told again.</param>
    /// <param name="shownBefore">Keys of findings that the reader has seen.</param>
    /// <param name="maxCards">At most so many that are not folded; the rest are marked <see cref="Finding.More"/>.</param>
    public static ArrangedFindings Arrange(
        IReadOnlyList<Finding> findings, IReadOnlyDictionary<string, DecisionKind> decided, IReadOnlyCollection<string> shownBefore, int maxCards)
    {
        if (findings.Count == 0)
            return ArrangedFindings.None;
        var again = new List<string>();
        var arranged = Merged(Folded(findings, decided, shownBefore, again));
        arranged.Sort(FindingOrder.WorstFirst);
        var cards = 0;
        for (var i = 0; i < arranged.Count; i++)
        {
            if (!arranged[i].Folded && ++cards > maxCards)
                arranged[i] = arranged[i] with { More = true };
        }
        return new ArrangedFindings(arranged, again);
    }

    private static List<Finding> Folded(
        IReadOnlyList<Finding> findings, IReadOnlyDictionary<string, DecisionKind> decided, IReadOnlyCollection<string> shownBefore, List<string> again)
    {
        var folded = new List<Finding>(findings.Count);
        var told = ToldOfPairs(findings);
        foreach (var finding in findings)
        {
            if (finding.Pair is { } pair && told![pair].Offender?.ItemCode != finding.Offender?.ItemCode)
                continue;
            var shown = shownBefore.Count > 0 && shownBefore.Contains(finding.Key);
            if (shown && !again.Contains(finding.Key))
                again.Add(finding.Key);
            folded.Add(shown || IsDecided(finding.Key, decided) ? finding with { Folded = true } : finding);
        }
        return folded;
    }

    private static bool IsDecided(string key, IReadOnlyDictionary<string, DecisionKind> decided) =>
        decided.TryGetValue(key, out var decision) && decision is not (DecisionKind.Withdrawn or DecisionKind.Changed);

    /// <summary>A pair whose two sides are both judged here is told once, from the side that the publication names first.</summary>
    private static Dictionary<string, Finding>? ToldOfPairs(IReadOnlyList<Finding> findings)
    {
        Dictionary<string, Finding>? told = null;
        foreach (var finding in findings)
        {
            if (finding.Pair is not { } pair)
                continue;
            told ??= new Dictionary<string, Finding>(StringComparer.Ordinal);
            if (!told.TryGetValue(pair, out var side) || IsToldBefore(finding, side))
                told[pair] = finding;
        }
        return told;
    }

    private static bool IsToldBefore(Finding finding, Finding other) =>
        finding.Mirrored != other.Mirrored
            ? other.Mirrored
            : string.CompareOrdinal(finding.Offender?.ItemCode, other.Offender?.ItemCode) < 0;

    private static List<Finding> Merged(List<Finding> findings)
    {
        if (findings.Count < 2)
            return findings;
        var groups = new Dictionary<Sameness, object>(findings.Count);
        foreach (var finding in findings)
        {
            var sameness = new Sameness(finding.Rule, finding.Message, finding.Offender?.ItemCode, finding.Counterpart?.ItemCode,
                finding.Undetermined, finding.Folded, finding.Response);
            if (!groups.TryGetValue(sameness, out var known))
                groups[sameness] = finding;
            else if (known is List<Finding> same)
                same.Add(finding);
            else
                groups[sameness] = new List<Finding> { (Finding)known, finding };
        }
        var merged = new List<Finding>(groups.Count);
        foreach (var group in groups.Values)
            merged.Add(group as Finding ?? Merge((List<Finding>)group));
        return merged;
    }

    private static Finding Merge(List<Finding> same)
    {
        same.Sort(FindingOrder.WorstFirst);
        var first = same[0];
        var ids = same.Skip(1).Select(IdOf).OfType<string>().Distinct().Where(id => id != IdOf(first)).Order(StringComparer.Ordinal);
        var amounts = same.Select(finding => finding.Amount).OfType<Money>().ToList();
        var known = Money.TryFromYuan(amounts.Sum(amount => amount.ToYuan()), out var sum) && amounts.Count > 0;
        return first with
        {
            AlsoOrderIds = [.. ids],
            Amount = known ? sum : null,
        };
    }

    private static string? IdOf(Finding finding) => finding.Offender?.ChargeId ?? finding.Offender?.OrderId;

    private readonly record struct Sameness(
        string Rule, string Message, string? Offender, string? Counterpart, bool Undetermined, bool Folded, Response Response);
}
