using OrderCheck.Core.Checks;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Orders;

namespace OrderCheck.Grains.Checks;

/// <summary>What a later write needs of a check that it cites.</summary>
/// <param name="CheckId">Hash of it, as it was told.</param>
/// <param name="Person">Hash of who saw it.</param>
/// <param name="Complete">Everything was judged.</param>
/// <param name="Findings">What its reader was told, one behind another for a card that told several.</param>
/// <param name="Merged">Of each card that told several findings their keys, the card's own first.</param>
/// <param name="Orders">What it judged, with the ids they had then.</param>
internal sealed record RecentCheck(TextHash CheckId, TextHash Person, bool Complete, ToldFinding[] Findings, CheckedOrder[] Orders, string[][] Merged)
{
    public DateTimeOffset EvaluatedAt { get; init; }

    public static RecentCheck Of(string person, CheckAnswer answer, IReadOnlyList<Order> orders)
    {
        var merged = MergedOf(answer.Findings);
        var findings = answer.Findings.Count == 0 ? [] : new ToldFinding[answer.Findings.Count + merged.Sum(static card => card.Length - 1)];
        var told = 0;
        foreach (var finding in answer.Findings)
        {
            var asked = finding is { Folded: false, Undetermined: false } && finding.Response != Response.Inform;
            findings[told++] = new ToldFinding(finding.Key, finding.Rule, asked);
            foreach (var also in finding.Also)
                findings[told++] = new ToldFinding(also.Key, finding.Rule, asked);
        }
        var judged = orders.Count == 0 ? [] : new CheckedOrder[orders.Count];
        for (var i = 0; i < judged.Length; i++)
            judged[i] = CheckedOrder.Of(orders[i]);
        return new RecentCheck(TextHash.Of(answer.CheckId), TextHash.Of(person), answer.State == CheckState.Complete, findings, judged, merged)
        {
            EvaluatedAt = answer.EvaluatedAt,
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
    public string? RuleOf(string findingKey) => PlaceOf(findingKey) is >= 0 and var place ? Findings[place].Rule : null;

    /// <summary>Whether that finding asked for an answer.</summary>
    public bool Asked(string findingKey) => Array.Exists(Findings, finding => finding.Asked && finding.Key == findingKey);

    private bool Told(string findingKey) => PlaceOf(findingKey) >= 0;

    private int PlaceOf(string findingKey) => Array.FindIndex(Findings, finding => finding.Key == findingKey);

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
        && (Find(TextHash.Of(signed.Id)) ?? (signed.DraftId is { } draft ? Find(TextHash.Of(draft)) : null)) is { } judged
        && judged.Content == CheckedOrder.ContentOf(signed);

    /// <summary>The last one of that id, as the check judged it.</summary>
    public CheckedOrder? Find(TextHash id)
    {
        for (var i = Orders.Length - 1; i >= 0; i--)
        {
            if (Orders[i].Id == id)
                return Orders[i];
        }
        return null;
    }
}
