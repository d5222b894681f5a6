using OrderCheck.Core.Checks;

namespace OrderCheck.Core.Findings;

/// <summary>
/// The second pure step: folds what was decided before, makes one card of what one answer suffices for, puts the worst first,
/// gives each reader what is for the role and marks what is beyond the reader's cards.
/// </summary>
public static class FindingFold
{
    /// <param name="decided">By finding key; a withdrawal folds nothing: the doctor who sends it again is told again.</param>
    /// <param name="settings">The release's.</param>
    public static ArrangedFindings Arrange(
        IReadOnlyList<Finding> findings, IReadOnlyDictionary<string, DecisionKind> decided, Reader reader, AlertSettings settings)
    {
        if (findings.Count == 0)
            return ArrangedFindings.None;
        var again = new List<string>();
        var cards = settings.CardsOf(reader.Role);
        var arranged = FindingMerge.OfTheSame(Folded(findings, decided, reader.ShownBefore, again));
        if (cards is { MergeFrom: { } least })
            arranged = FindingMerge.OfTheRule(arranged, least);
        if (!ReferenceEquals(settings, AlertSettings.None))
            arranged = arranged.ConvertAll(finding => Addressed(finding, settings));
        arranged.Sort(FindingOrder.WorstFirst);
        var routed = arranged.FindAll(finding => !reader.MaySee(finding));
        if (routed.Count > 0)
            arranged.RemoveAll(finding => !reader.MaySee(finding));
        var most = reader.MaxCards > 0 ? reader.MaxCards : cards?.MaxCards ?? CheckRequest.DefaultMaxCards;
        MarkMore(arranged, most);
        return new ArrangedFindings(arranged, again, routed);
    }

    /// <summary>To whom it speaks, and how loudly.</summary>
    private static Finding Addressed(Finding finding, AlertSettings settings)
    {
        var tier = settings.TierOf(finding);
        return finding with { Tier = tier?.Tier, Weight = tier?.Weight ?? 0, For = settings.ReadersOf(finding) };
    }

    private static void MarkMore(List<Finding> arranged, int most)
    {
        var cards = 0;
        for (var i = 0; i < arranged.Count; i++)
        {
            var finding = arranged[i];
            if (!finding.Folded && (finding.Tier == Tier.List || ++cards > most))
                arranged[i] = finding with { More = true };
        }
    }

    /// <summary>What was promised and did not come is raised again, whatever was decided with the promise.</summary>
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
            folded.Add(finding switch
            {
                _ when shown => finding with { Folded = true },
                { Promise: { Kept: false } promise } => finding with { Message = finding.Message + promise.Words },
                _ => finding.Promise is not null || IsDecided(finding.Key, decided) || IsAnsweredOnOrder(finding, decided) ? finding with { Folded = true } : finding,
            });
        }
        return folded;
    }

    private static bool IsDecided(string key, IReadOnlyDictionary<string, DecisionKind> decided) =>
        decided.TryGetValue(key, out var decision) && decision is not (DecisionKind.Withdrawn or DecisionKind.Changed);

    /// <summary>
    /// What the doctor answered on the order holds for what is charged of it. A promise of self-pay is no answer to a charge that
    /// is not self-paid.
    /// </summary>
    private static bool IsAnsweredOnOrder(Finding finding, IReadOnlyDictionary<string, DecisionKind> decided) =>
        finding.OrderKey is { } key && decided.TryGetValue(key, out var decision)
        && decision is not (DecisionKind.Withdrawn or DecisionKind.Changed or DecisionKind.SelfPay);

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
}
