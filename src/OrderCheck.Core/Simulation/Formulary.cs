using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Simulation;

/// <summary>
/// The catalogue's items that the demo hospital uses in its histories, by group: those without a limit before those with
/// one, so that a history is ordinary and what a later check finds is due to what was ordered then.
/// </summary>
internal sealed class Formulary
{
    private const int Most = 60;
    private static readonly string[] ForWomen = ["宫", "妊娠", "产", "卵", "阴道", "乳", "胎", "妇"];
    private static readonly string[] ForMen = ["前列腺", "阴囊", "睾", "阴茎", "精液", "精子"];
    private static readonly string[] ForChildren = ["小儿", "儿童", "婴", "新生儿", "儿"];
    private readonly Dictionary<ItemGroup, IReadOnlyList<CatalogueItem>> _groups;

    public Formulary(Release release, DateOnly day)
    {
        _groups = release.Catalogue.Codes
            .Select(code => release.Catalogue.FindItem(code, day))
            .OfType<CatalogueItem>()
            .Select(item => (Item: item, Group: GroupOf(item), Rank: Rank(release.CandidatesFor(item.Code))))
            .Where(entry => entry is { Group: not null, Rank: < int.MaxValue })
            .GroupBy(entry => entry.Group!.Value)
            .ToDictionary(
                group => group.Key,
                group => (IReadOnlyList<CatalogueItem>)[.. group
                    .OrderBy(entry => entry.Rank)
                    .ThenBy(entry => SimulationRandom.Hash(entry.Item.Code))
                    .ThenBy(entry => entry.Item.Code, StringComparer.Ordinal)
                    .Take(Most)
                    .Select(entry => entry.Item)]);
    }

    /// <summary>All items that a history may contain.</summary>
    public IEnumerable<CatalogueItem> Items => _groups.OrderBy(group => group.Key).SelectMany(group => group.Value);

    /// <summary>An item of the group that suits the patient; null where the catalogue has none.</summary>
    public CatalogueItem? Pick(SimulationRandom random, ItemGroup group, Sex sex)
    {
        var suitable = _groups.GetValueOrDefault(group, []).Where(item => Suits(item.Name, sex)).ToList();
        return suitable.Count == 0 ? null : random.Pick(suitable);
    }

    /// <summary>The first item of the group that suits the patient: what a hospital charges everybody, such as the bed.</summary>
    public CatalogueItem? Usual(ItemGroup group, Sex sex) =>
        _groups.GetValueOrDefault(group, []).FirstOrDefault(item => Suits(item.Name, sex));

    private static bool Suits(string name, Sex sex) =>
        !ForChildren.Any(name.Contains) && !(sex == Sex.Male ? ForWomen : ForMen).Any(name.Contains);

    /// <summary>0 without a limit, 1 with limits that one use a day keeps; an item with any other limit is not used.</summary>
    private static int Rank(ReadOnlySpan<Candidate> candidates)
    {
        var rank = 0;
        foreach (var candidate in candidates)
        {
            switch (candidate.Row)
            {
                // What is for every item is no limit of this one.
                case { ItemCode: "" }:
                    break;
                case ExclusiveSet { Window: "单日" }:
                    rank = 1;
                    break;
                case ItemFlag or PriceCeiling or DoseLimit or DuplicateLimit or SupplyLimit:
                    break;
                case FrequencyLimit { MaxQuantity: >= 1, Window: "单日" or "24小时" } or FrequencyLimit { MaxQuantity: >= 1, Per: FrequencyLimit.PerInpatientDay }:
                    rank = 1;
                    break;
                default:
                    return int.MaxValue;
            }
        }
        return rank;
    }

    private static ItemGroup? GroupOf(CatalogueItem item) => item.Kind switch
    {
        "药品" => ItemGroup.Drug,
        "耗材" => ItemGroup.Consumable,
        "项目" => GroupOfService(item),
        _ => null,
    };

    private static ItemGroup? GroupOfService(CatalogueItem item)
    {
        if (item.Name.Contains("床位费"))
            return ItemGroup.Bed;
        if (item.Name.Contains("护理"))
            return ItemGroup.Nursing;
        if (item.Name.Contains("诊查") || item.Name.Contains("诊察"))
            return ItemGroup.Consultation;
        return item.Category switch
        {
            "03" => ItemGroup.Examination,
            "04" => ItemGroup.Laboratory,
            "05" => ItemGroup.Treatment,
            "06" => ItemGroup.Operation,
            // National service codes: 25 laboratory, 21 to 24 imaging and function tests, 33 operations.
            null when item.Code.StartsWith("0025", StringComparison.Ordinal) => ItemGroup.Laboratory,
            null when item.Code.StartsWith("002", StringComparison.Ordinal) => ItemGroup.Examination,
            null when item.Code.StartsWith("0033", StringComparison.Ordinal) => ItemGroup.Operation,
            null => ItemGroup.Treatment,
            _ => null,
        };
    }
}
