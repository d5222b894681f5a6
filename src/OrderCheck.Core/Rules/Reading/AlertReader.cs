using OrderCheck.Core.Findings;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Rules.Reading;

/// <summary>Reads alerts/: tiers, who sees which domain, how many cards, and kinds of reasons. A file that is not there changes nothing.</summary>
internal static class AlertReader
{
    public const string Tiers = "alerts/tiers.csv";
    public const string Routing = "alerts/routing.csv";
    public const string Cards = "alerts/cards.csv";
    public const string Reasons = "alerts/reasons.csv";

    /// <summary>In a field: whatever it is.</summary>
    private const string Any = "*";

    private const int MostCards = 200;
    private const int MostToMerge = 1000;
    private const int MostWeight = 1000;

    /// <summary>As many kinds are counted of each rule.</summary>
    private const int MostReasons = 50;

    public static IReadOnlyList<string> Files { get; } = [Tiers, Routing, Cards, Reasons];

    public static AlertSettings Read(RuleFolder folder, List<Fault> faults) => Files.All(path => folder.Find(path) is null)
        ? AlertSettings.None
        : ReadRouting(folder, faults) with { Tiers = ReadTiers(folder, faults), Cards = ReadCards(folder, faults), Reasons = ReadReasons(folder, faults) };

    private static List<TierRow> ReadTiers(RuleFolder folder, List<Fault> faults)
    {
        var rows = new List<TierRow>();
        var before = faults.Count;
        using var table = Open(folder, Tiers, ["domain", "severity", "response", "tier"], ["weight"], faults);
        while (table?.Next() == true)
        {
            var (domain, severity, response) = (One(table, "domain", RuleWords.Domains), One(table, "severity", RuleWords.Severities), One(table, "response", RuleWords.Responses));
            var weight = table.Whole("weight", 0, MostWeight) ?? 0;
            if (table.RequiredWord("tier", [.. RuleWords.Tiers.Keys]) is { } tier)
                rows.Add(new TierRow(domain, severity, response, RuleWords.Tiers[tier], weight));
        }
        if (table is not null && faults.Count == before && Untold(rows) is { } untold)
            faults.Add(new Fault(Tiers, 0, 0, $"No row is for {untold}. A last row with {Any} in domain, severity and response is for all the rest."));
        return rows;
    }

    /// <summary>A finding whose tier nobody has said would be as loud as nobody has said.</summary>
    private static string? Untold(List<TierRow> rows) => (
        from domain in RuleWords.Domains
        from severity in RuleWords.Severities
        from response in RuleWords.Responses
        where !rows.Exists(row => row.Fits(domain.Value, severity.Value, response.Value))
        select $"{domain.Key}, {severity.Key}, {response.Key}").FirstOrDefault();

    /// <summary>A row that names a family goes before the one of its domain.</summary>
    private static AlertSettings ReadRouting(RuleFolder folder, List<Fault> faults)
    {
        var readers = new Dictionary<Domain, IReadOnlyList<Role>>();
        var families = new Dictionary<(Domain Domain, string Family), IReadOnlyList<Role>>();
        using var table = Open(folder, Routing, ["domain", "roles"], ["family"], faults);
        while (table?.Next() == true)
        {
            var domain = table.RequiredWord("domain", [.. RuleWords.Domains.Keys]);
            if (table.Required("roles") is null || table.Words("roles", [.. RuleWords.Readers.Keys]) is not { } roles || domain is null)
                continue;
            IReadOnlyList<Role> who = [.. Knowledge.Words.Split(roles).Distinct().Select(role => RuleWords.Readers[role])];
            if (table.Text("family") is not { } family)
            {
                if (!readers.TryAdd(RuleWords.Domains[domain], who))
                    table.Fault("domain", $"'{domain}' is there twice.");
            }
            else if (RuleFamily.Find(family) is null)
                table.Fault("family", $"'{family}' is no family. It may be {string.Join(", ", RuleFamily.All.Select(known => known.Name))}, or empty for the whole domain.");
            else if (!families.TryAdd((RuleWords.Domains[domain], family), who))
                table.Fault("family", $"'{family}' of '{domain}' is there twice.");
        }
        return new AlertSettings { Readers = readers, FamilyReaders = families };
    }

    private static List<CardRow> ReadCards(RuleFolder folder, List<Fault> faults)
    {
        var rows = new List<CardRow>();
        using var table = Open(folder, Cards, ["role", "max_cards"], ["merge_from"], faults);
        while (table?.Next() == true)
        {
            var role = One(table, "role", RuleWords.Readers);
            var most = table.Required("max_cards") is null ? null : table.Whole("max_cards", 1, MostCards);
            var least = table.Whole("merge_from", 2, MostToMerge);
            if (rows.Exists(row => row.Role == role))
                table.Fault("role", $"'{table.Text("role")}' is there twice.");
            else if (most is { } cards)
                rows.Add(new CardRow(role, cards, least));
        }
        return rows;
    }

    private static List<ReasonRow> ReadReasons(RuleFolder folder, List<Fault> faults)
    {
        var rows = new List<ReasonRow>();
        using var table = Open(folder, Reasons, ["reason", "words"], [], faults);
        while (table?.Next() == true)
        {
            var (reason, words) = (table.Required("reason"), table.Required("words"));
            if (rows.Count == MostReasons)
                table.Fault("reason", $"there are more than {MostReasons} reasons.");
            else if (rows.Exists(row => row.Reason == reason))
                table.Fault("reason", $"'{reason}' is there twice.");
            else if (reason is not null && words is not null)
                rows.Add(new ReasonRow(reason, words.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));
        }
        return rows;
    }

    private static CsvTable? Open(RuleFolder folder, string path, string[] must, string[] may, List<Fault> faults) =>
        folder.Find(path) is { } file ? CsvTable.Open(file, [.. must.Select(CsvColumn.Must), .. may.Select(CsvColumn.May)], faults) : null;

    private static T? One<T>(CsvTable table, string column, IReadOnlyDictionary<string, T> words)
        where T : struct =>
        table.RequiredWord(column, [Any, .. words.Keys]) is { } word && words.TryGetValue(word, out var value) ? value : null;
}
