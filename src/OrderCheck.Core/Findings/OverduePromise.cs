using OrderCheck.Core.Checks;

namespace OrderCheck.Core.Findings;

/// <summary>A finding whose answer promised what has not come in time.</summary>
/// <param name="By">Staff code of who promised; null where nobody said.</param>
public sealed record OverduePromise(Finding Finding, string? By)
{
    /// <summary>Those among an audit's findings that were due by then and have not been raised.</summary>
    public static IReadOnlyList<OverduePromise> In(CheckAnswer audit, DateTimeOffset now)
    {
        var overdue = new List<OverduePromise>();
        foreach (var finding in audit.Findings)
        {
            if (finding.Promise is { Kept: false } promise && promise.Given.IsOverdue(now))
                overdue.Add(new OverduePromise(finding with { Message = Said(finding.Message, promise) }, promise.Given.By));
        }
        return overdue;
    }

    private static string Said(string message, PromiseMade promise) =>
        message.EndsWith(promise.Words, StringComparison.Ordinal) ? message[..^promise.Words.Length] + promise.OverdueWords : message;
}
