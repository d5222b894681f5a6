using OrderCheck.Core.Amounts;

namespace OrderCheck.Core.Findings;

/// <summary>
/// The second pure step: folds what was decided before, merges what says the same of several orders, puts the worst first
/// and marks what is beyond the reader's cards.
/// </summary>
public static class FindingFold
{
    /// <param name="decided">By finding key; a withdrawal folds nothing: the doctor who sends it again is told again.</param>
    /// <param name="maxCards">At most so many that are not folded; the rest are marked <see cref="Finding.More"/>.</param>
    public static IReadOnlyList<Finding> Arrange(
        IEnumerable<Finding> findings, IReadOnlyDictionary<string, DecisionRecorded> decided, IReadOnlyCollection<string> shownBefore, int maxCards)
    {
        var folded = WithoutMirrors(findings.ToList())
            .Select(finding => finding with { Folded = IsDecided(finding.Key, decided) || shownBefore.Contains(finding.Key) });
        var arranged = folded
            .GroupBy(finding => new Sameness(finding.Rule, finding.Message, finding.Offender?.ItemCode, finding.Counterpart?.ItemCode,
                finding.Undetermined, finding.Folded, finding.Response))
            .Select(Merge)
            .Order(FindingOrder.WorstFirst)
            .ToList();
        var cards = 0;
        for (var i = 0; i < arranged.Count; i++)
        {
            if (!arranged[i].Folded && ++cards > maxCards)
                arranged[i] = arranged[i] with { More = true };
        }
        return arranged;
    }

    private static bool IsDecided(string key, IReadOnlyDictionary<string, DecisionRecorded> decided) =>
        decided.TryGetValue(key, out var decision) && decision.Kind is not (DecisionKind.Withdrawn or DecisionKind.Changed);

    /// <summary>A pair whose two sides are both judged here is told once, from the side that the publication names first.</summary>
    private static List<Finding> WithoutMirrors(List<Finding> findings)
    {
        var told = findings.Where(finding => finding.Pair is not null)
            .GroupBy(finding => finding.Pair!)
            .ToDictionary(sides => sides.Key, sides => sides
                .OrderBy(finding => finding.Mirrored).ThenBy(finding => finding.Offender?.ItemCode, StringComparer.Ordinal)
                .First().Offender?.ItemCode);
        return findings.FindAll(finding => finding.Pair is null || told[finding.Pair] == finding.Offender?.ItemCode);
    }

    private static Finding Merge(IEnumerable<Finding> same)
    {
        var findings = same.Order(FindingOrder.WorstFirst).ToList();
        var first = findings[0];
        if (findings.Count == 1)
            return first;
        var ids = findings.Skip(1).Select(IdOf).OfType<string>().Distinct().Where(id => id != IdOf(first)).Order(StringComparer.Ordinal);
        var amounts = findings.Select(finding => finding.Amount).OfType<Money>().ToList();
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
