using OrderCheck.Core.Checks;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Orders;

namespace OrderCheck.Grains.Checks;

/// <summary>What a later write needs of a check that it cites.</summary>
/// <param name="CheckId">As it was told.</param>
/// <param name="Person">Who saw it, "" if not known.</param>
/// <param name="Complete">Everything was judged.</param>
/// <param name="FindingKeys">What its reader was told.</param>
/// <param name="Merged">Of each card that told several findings their keys, the card's own first.</param>
/// <param name="Rules">Whose each of these keys is.</param>
/// <param name="Orders">What it judged, with the ids they had then.</param>
internal sealed record RecentCheck(string CheckId, string Person, bool Complete, string[] FindingKeys, string[] Rules, CheckedOrder[] Orders, string[][] Merged)
{
    public DateTimeOffset EvaluatedAt { get; init; }

    /// <summary>Of the keys those whose findings asked for an answer and were not folded.</summary>
    public string[] AskingKeys { get; init; } = [];

    public static RecentCheck Of(string person, CheckAnswer answer, IReadOnlyList<Order> orders)
    {
        var merged = MergedOf(answer.Findings);
        var keys = answer.Findings.Count == 0 ? [] : new string[answer.Findings.Count + merged.Sum(static card => card.Length - 1)];
        var rules = keys.Length == 0 ? [] : new string[keys.Length];
        var told = 0;
        foreach (var finding in answer.Findings)
        {
            (rules[told], keys[told++]) = (finding.Rule, finding.Key);
            foreach (var also in finding.Also)
                (rules[told], keys[told++]) = (finding.Rule, also.Key);
        }
        var judged = orders.Count == 0 ? [] : new CheckedOrder[orders.Count];
        for (var i = 0; i < judged.Length; i++)
            judged[i] = CheckedOrder.Of(orders[i]);
        return new RecentCheck(answer.CheckId, person, answer.State == CheckState.Complete, keys, rules, judged, merged)
        {
            EvaluatedAt = answer.EvaluatedAt,
            AskingKeys = AskingOf(answer.Findings),
        };
    }

    /// <summary>Whether its reader was told everything that this finding tells, on whichever card.</summary>
    public bool ToldAll(Finding finding)
    {
        if (!Told(finding.Key))
            return false;
        foreach (var also in finding.Also)
        {
            if (!Told(also.Key))
                return false;
        }
        return true;
    }

    /// <summary>The keys that were told on the card of that key, but for its own.</summary>
    public IEnumerable<string> OnCard(string key) => Array.Find(Merged, card => card[0] == key)?.Skip(1) ?? [];

    /// <summary>Whose finding that is; null where its reader was not told of it.</summary>
    public string? RuleOf(string findingKey) => Array.IndexOf(FindingKeys, findingKey) is >= 0 and var place ? Rules[place] : null;

    /// <summary>Whether that finding asked for an answer.</summary>
    public bool Asked(string findingKey) => Array.IndexOf(AskingKeys, findingKey) >= 0;

    private static string[] AskingOf(IReadOnlyList<Finding> findings)
    {
        List<string>? asking = null;
        foreach (var finding in findings)
        {
            if (finding is { Folded: false, Undetermined: false } && finding.Response != Response.Inform)
                (asking ??= []).AddRange(finding.AllKeys());
        }
        return asking is null ? [] : [.. asking];
    }

    private bool Told(string findingKey) => Array.IndexOf(FindingKeys, findingKey) >= 0;

    private static string[][] MergedOf(IReadOnlyList<Finding> findings)
    {
        List<string[]>? merged = null;
        foreach (var finding in findings)
        {
            if (finding.Also.Count > 0)
                (merged ??= []).Add([.. finding.AllKeys()]);
        }
        return merged is null ? [] : [.. merged];
    }

    /// <summary>Whether the signed order is what this check judged completely; only its id may have become final since.</summary>
    public bool Covers(Order signed) =>
        Complete
        && (Find(signed.Id) ?? (signed.DraftId is { } draft ? Find(draft) : null)) is { } judged
        && judged.Content == CheckedOrder.ContentOf(signed);

    /// <summary>The last one of that id, as the check judged it.</summary>
    public CheckedOrder? Find(string id)
    {
        for (var i = Orders.Length - 1; i >= 0; i--)
        {
            if (Orders[i].Id == id)
                return Orders[i];
        }
        return null;
    }
}
