using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules;

namespace OrderCheck.Cli.Morning;

/// <summary>Which items of the loaded rules carry which limit, and which carry none.</summary>
internal sealed class PublishedLimits(Release release, DateOnly day)
{
    private readonly List<CatalogueItem> _items =
    [
        .. release.Catalogue.Codes
            .Select(code => release.Catalogue.FindItem(code, day))
            .OfType<CatalogueItem>()
            .OrderBy(item => item.Code, StringComparer.Ordinal),
    ];

    /// <summary>Items with such a limit, those with the fewest other limits first: the finding is then about this one.</summary>
    public IEnumerable<(CatalogueItem Item, TRow Row)> With<TRow>(Func<TRow, bool> suits)
        where TRow : KnowledgeRow =>
        _items
            .Select(item => (Item: item, Rows: RowsOf(item.Code)))
            .Where(entry => entry.Rows.OfType<TRow>().Any(suits))
            .OrderBy(entry => entry.Rows.Count)
            .ThenBy(entry => entry.Item.Name.Length)
            .Select(entry => (entry.Item, entry.Rows.OfType<TRow>().First(suits)));

    /// <summary>Items of a kind (药品 …) that have no limit of their own, at most a badge.</summary>
    public IEnumerable<CatalogueItem> Without(string kind) =>
        _items.Where(item => item.Kind == kind && RowsOf(item.Code).TrueForAll(static row => row is ItemFlag)).OrderBy(item => item.Name.Length);

    /// <summary>Items of a kind, those with the fewest limits first: in an imported catalogue every item has one.</summary>
    public IEnumerable<CatalogueItem> Freest(string kind) =>
        _items.Where(item => item.Kind == kind).OrderBy(item => RowsOf(item.Code).Count);

    public CatalogueItem? Find(string code) => release.Catalogue.FindItem(code, day);

    private static bool IsSeen(RuleDefinition rule) => rule.RunsAt(Stage.Order) || rule.RunsAt(Stage.Charge);

    private List<KnowledgeRow> RowsOf(string code)
    {
        var rows = new List<KnowledgeRow>();
        foreach (var candidate in release.CandidatesFor(code))
        {
            // Rows for every item, for all drugs or for a class are no limit of this one.
            if (candidate.Row.ItemCode == code && candidate.InForce(day) && candidate.Rule.Definition.State == RuleState.Active && IsSeen(candidate.Rule.Definition))
                rows.Add(candidate.Row);
        }
        return rows;
    }
}
