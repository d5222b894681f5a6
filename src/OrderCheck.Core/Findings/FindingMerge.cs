using OrderCheck.Core.Amounts;

namespace OrderCheck.Core.Findings;

/// <summary>
/// Makes one card of what one answer suffices for: first of what says the same of the same item, then, where a rule still has
/// many findings, of all of them. A card lists what it is made of, each with its own key.
/// </summary>
internal static class FindingMerge
{
    public static List<Finding> OfTheSame(List<Finding> findings) => Merged(
        findings,
        static finding => new Sameness(finding.Rule, finding.Message, finding.Offender?.ItemCode, finding.Counterpart?.ItemCode,
            finding.Undetermined, finding.Folded, finding.Response),
        least: 2,
        static (_, card) => card);

    /// <param name="least">So many cards of one rule, alike in all that an answer depends on, become one.</param>
    public static List<Finding> OfTheRule(List<Finding> findings, int least) => Merged(findings, Matter.Of, least, static (cards, card) => card with
    {
        Message = $"{card.Message}（同一规则共{1 + card.Also.Count}项，逐项见明细）",
        AllowedDecisions = [.. card.AllowedDecisions.Where(decision => cards.TrueForAll(one => one.AllowedDecisions.Contains(decision)))],
    });

    private static List<Finding> Merged<T>(List<Finding> findings, Func<Finding, T> alike, int least, Func<List<Finding>, Finding, Finding> finish)
        where T : notnull
    {
        if (findings.Count < least)
            return findings;
        var groups = new Dictionary<T, object>(findings.Count);
        foreach (var finding in findings)
        {
            var key = alike(finding);
            if (!groups.TryGetValue(key, out var known))
                groups[key] = finding;
            else if (known is List<Finding> same)
                same.Add(finding);
            else
                groups[key] = new List<Finding> { (Finding)known, finding };
        }
        var merged = new List<Finding>(groups.Count);
        foreach (var group in groups.Values)
        {
            if (group is not List<Finding> same)
                merged.Add((Finding)group);
            else if (same.Count < least)
                merged.AddRange(same);
            else
                merged.Add(finish(same, Card(same)));
        }
        return merged;
    }

    private static Finding Card(List<Finding> same)
    {
        same.Sort(FindingOrder.WorstFirst);
        var first = same[0];
        var own = IdOf(first.Offender);
        List<MergedFinding> also = [.. first.Also, .. same.Skip(1).SelectMany(Listed)];
        var amounts = same.Select(finding => finding.Amount).OfType<Money>().ToList();
        var known = Money.TryFromYuan(amounts.Sum(amount => amount.ToYuan()), out var sum) && amounts.Count > 0;
        return first with
        {
            Also = also,
            AlsoOrderIds = [.. also.Select(one => IdOf(one.Offender)).OfType<string>().Distinct().Where(id => id != own).Order(StringComparer.Ordinal)],
            Amount = known ? sum : null,
        };
    }

    /// <summary>What a card has merged already is listed line by line, with the card's own line first.</summary>
    private static IEnumerable<MergedFinding> Listed(Finding finding)
    {
        var rest = finding.Also.Select(one => one.Amount?.ToYuan() ?? 0).Sum();
        var own = finding.Also.Count > 0 && finding.Amount is { } all ? Money.FromYuan(all.ToYuan() - rest) : finding.Amount;
        return finding.Also.Prepend(new MergedFinding(finding.Key, finding.Offender, finding.Counterpart, finding.Message, own));
    }

    private static string? IdOf(Party? party) => party?.ChargeId ?? party?.OrderId;

    private readonly record struct Sameness(
        string Rule, string Message, string? Offender, string? Counterpart, bool Undetermined, bool Folded, Response Response);

    /// <summary>What a rule's findings must have in common for one reason to answer them; about the encounter as a whole there is one each.</summary>
    private readonly record struct Matter(
        string Rule, string? Alone, bool Undetermined, string Missing, bool Folded, Response Response, Severity Severity, bool Trial)
    {
        public static Matter Of(Finding finding) => new(
            finding.Rule, finding.Offender is null ? finding.Key : null, finding.Undetermined, string.Join('|', finding.MissingInputs), finding.Folded,
            finding.Response, finding.Severity, finding.Trial);
    }
}
