using OrderCheck.Core.Identity;

namespace OrderCheck.Core.Findings;

/// <summary>A row of alerts/tiers.csv; what is null holds for all.</summary>
/// <param name="Weight">Heavier comes first, before anything else is compared.</param>
public sealed record TierRow(Domain? Domain, Severity? Severity, Response? Response, Tier Tier, int Weight)
{
    public bool Fits(Domain domain, Severity severity, Response response) =>
        (Domain ?? domain) == domain && (Severity ?? severity) == severity && (Response ?? response) == response;
}

/// <summary>A row of alerts/cards.csv.</summary>
/// <param name="Role">Null: whoever has no row of an own role.</param>
/// <param name="MaxCards">At most so many findings are not behind "more".</param>
/// <param name="MergeFrom">So many findings of one rule become one card; null: only those that say the same of one item.</param>
public sealed record CardRow(Role? Role, int MaxCards, int? MergeFrom);

/// <summary>A row of alerts/reasons.csv: a kind of reason, and words by which a written one is known to be of it.</summary>
public sealed record ReasonRow(string Reason, IReadOnlyList<string> Words);

/// <summary>
/// Who is shown what, how loudly and how much of it: the release's, read from alerts/. What a folder says nothing of stays as
/// the rules themselves have it: everybody sees everything, no tiers, <see cref="Checks.CheckRequest.DefaultMaxCards"/>.
/// </summary>
public sealed record AlertSettings
{
    public static readonly AlertSettings None = new();

    /// <summary>In the file's order: the first that fits decides.</summary>
    public IReadOnlyList<TierRow> Tiers { get; init; } = [];

    /// <summary>Who sees a domain's findings. A domain without a row: everybody.</summary>
    public IReadOnlyDictionary<Domain, IReadOnlyList<Role>> Readers { get; init; } = new Dictionary<Domain, IReadOnlyList<Role>>();

    /// <summary>Who sees a family's findings, where they are not the domain's: what a doctor alone can answer, say.</summary>
    public IReadOnlyDictionary<(Domain Domain, string Family), IReadOnlyList<Role>> FamilyReaders { get; init; } =
        new Dictionary<(Domain Domain, string Family), IReadOnlyList<Role>>();

    public IReadOnlyList<CardRow> Cards { get; init; } = [];

    /// <summary>In the file's order: the first whose word is in a written reason counts it.</summary>
    public IReadOnlyList<ReasonRow> Reasons { get; init; } = [];

    /// <summary>Null where the folder has no tiers.</summary>
    public TierRow? TierOf(Finding finding)
    {
        foreach (var row in Tiers)
        {
            if (row.Fits(finding.Domain, finding.Severity, finding.Response))
                return row;
        }
        return null;
    }

    /// <summary>Empty: everybody.</summary>
    public IReadOnlyList<Role> ReadersOf(Finding finding) =>
        FamilyReaders.TryGetValue((finding.Domain, finding.Family), out var roles) || Readers.TryGetValue(finding.Domain, out roles) ? roles : [];

    /// <summary>What kind of reason that is. Never the text itself: it may tell of a patient.</summary>
    public string ReasonOf(string? written)
    {
        if (string.IsNullOrWhiteSpace(written))
            return "未写";
        foreach (var row in Reasons)
        {
            foreach (var word in row.Words)
            {
                if (written.Contains(word, StringComparison.OrdinalIgnoreCase))
                    return row.Reason;
            }
        }
        return "其他";
    }

    /// <summary>The row of the reader's role, or the one for all others; null where there is neither.</summary>
    public CardRow? CardsOf(Role? reader)
    {
        CardRow? others = null;
        foreach (var row in Cards)
        {
            if (row.Role == reader && reader is not null)
                return row;
            if (row.Role is null)
                others = row;
        }
        return others;
    }
}
