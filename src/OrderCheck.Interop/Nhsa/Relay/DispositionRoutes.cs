namespace OrderCheck.Interop.Nhsa.Relay;

/// <summary>Where the dispositions of one 3103 have to go: each to where its finding came from, of a merged finding to both.</summary>
/// <param name="Ours">With our ids.</param>
/// <param name="Bureau">With the bureau's ids.</param>
public sealed record DispositionRoutes(IReadOnlyList<NhsaDisposition> Ours, IReadOnlyList<NhsaDisposition> Bureau)
{
    /// <param name="mapped">What is kept of the shown ids.</param>
    public static DispositionRoutes Of(IReadOnlyList<NhsaDisposition> told, IEnumerable<MappedId> mapped)
    {
        var bureau = mapped.ToLookup(static id => id.Shown, static id => id.Bureau, StringComparer.Ordinal);
        return new DispositionRoutes(
            [.. told.Where(static one => JudgementId.Read(one.WarningId) is not null)],
            [
                .. told.SelectMany(one => BureauIdsOf(one.WarningId, bureau).Select(id => one with { WarningId = id }))
                    // Told twice in one message, the last holds.
                    .GroupBy(static one => one.WarningId, StringComparer.Ordinal).Select(static same => same.Last()),
            ]);
    }

    private static IEnumerable<string> BureauIdsOf(string shown, ILookup<string, string> mapped)
    {
        if (mapped.Contains(shown))
            return mapped[shown];
        // Of a row that the bureau gave no id there is nothing to tell.
        return JudgementId.Read(shown) is not null || BureauIds.IsMade(shown) || shown.Length == 0 ? [] : [shown];
    }
}
