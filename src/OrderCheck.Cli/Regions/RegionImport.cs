using System.Globalization;
using OrderCheck.Cli.Csv;
using OrderCheck.Core.Regions;

namespace OrderCheck.Cli.Regions;

/// <summary>
/// Puts the tables of transaction 1901 into a region's codes.csv. A table that comes takes the place of the one that was there;
/// what a code means stays where code and name are the same, and is taken from the national table where the name is.
/// </summary>
internal sealed class RegionImport(string current, string file)
{
    private static readonly string[] Header = ["table", "code", "name", "means", "source"];

    /// <summary>What 1901 calls tables otherwise than 3101 calls the fields.</summary>
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["list_type"] = "hilist_type",
        ["med_chrgitm_type"] = "chrg_type",
        ["chrgitm_lv"] = "hilist_lv",
        ["hosp_lv"] = "medins_lv",
    };

    private static readonly RegionProfile National = RegionProfiles.None.For("");

    private static readonly HashSet<string> Fields =
        [.. NhsaFields.Nodes.Values.SelectMany(node => node.Keys)];

    private readonly CsvTable? _current = current.Length > 0 ? CsvTable.Parse(file, current, Header) : null;

    public int Tables { get; private set; }

    public int Codes { get; private set; }

    public int Invalid { get; private set; }

    /// <summary>Entries of tables that no transaction of ours has a field for.</summary>
    public int Unused { get; private set; }

    /// <summary>Codes whose meaning an officer must say, "table code name".</summary>
    public List<string> WithoutMeaning { get; } = [];

    /// <summary>The new codes.csv; the same entries make the same bytes.</summary>
    /// <param name="bad">Makes the error of an entry.</param>
    public string Merge(IReadOnlyList<DictionaryEntry> entries, Func<DictionaryEntry, string, Exception> bad)
    {
        var tables = Sorted(entries, bad);
        var text = new CsvText(Header);
        var kept = _current?.Rows.Select(row => (Table: row["table"], Fields: Header.Select(column => row[column]).ToArray())).ToList() ?? [];
        foreach (var table in kept.Select(row => row.Table).Concat(tables.Keys.Order(StringComparer.Ordinal)).Distinct(StringComparer.Ordinal).ToList())
        {
            if (tables.TryGetValue(table, out var rows))
            {
                foreach (var entry in rows)
                    text.Add(Row(table, entry));
            }
            else
            {
                foreach (var row in kept.Where(row => row.Table == table))
                    text.Add(row.Fields);
            }
        }
        (Tables, Codes) = (tables.Count, tables.Values.Sum(rows => rows.Count));
        return text.ToString();
    }

    private Dictionary<string, List<DictionaryEntry>> Sorted(IReadOnlyList<DictionaryEntry> entries, Func<DictionaryEntry, string, Exception> bad)
    {
        var tables = new Dictionary<string, List<DictionaryEntry>>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var table = Aliases.GetValueOrDefault(entry["type"], entry["type"].ToLowerInvariant());
            if (!Fields.Contains(table))
                Unused++;
            else if (!entry.IsValid)
                Invalid++;
            else
                Add(tables.TryGetValue(table, out var rows) ? rows : tables[table] = [], entry, bad);
        }
        foreach (var rows in tables.Values)
            rows.Sort(static (one, other) => (Order(one), one["value"]).CompareTo((Order(other), other["value"])));
        return tables;
    }

    private static void Add(List<DictionaryEntry> rows, DictionaryEntry entry, Func<DictionaryEntry, string, Exception> bad)
    {
        var same = rows.Find(row => row["value"] == entry["value"]);
        if (same is null)
            rows.Add(entry);
        else if (same["label"] != entry["label"])
            throw bad(entry, $"{entry["type"]} has {entry["value"]} twice, with other labels; leave the one that is out of use away, or give it vali_flag 0.");
    }

    private static long Order(DictionaryEntry entry) =>
        long.TryParse(entry["sort"], NumberStyles.None, CultureInfo.InvariantCulture, out var order) ? order : long.MaxValue;

    private string[] Row(string table, DictionaryEntry entry)
    {
        var (code, name) = (entry["value"], entry["label"]);
        var means = Means(table, code, name);
        if (means.Length == 0 && RegionWords.Carries(table))
            WithoutMeaning.Add($"{table} {code} {name}");
        return [table, code, name, means, entry["version"] is { Length: > 0 } version ? $"交易1901，版本{version}" : "交易1901"];
    }

    private string Means(string table, string code, string name)
    {
        if (_current?.Rows.FirstOrDefault(row => row["table"] == table && row["code"] == code && row["name"] == name) is { } known)
            return known["means"];
        if (National.Codes.GetValueOrDefault(table)?.Rows.FirstOrDefault(row => row.Name == name) is not { } national)
            return "";
        // Of tables that are translated the national code itself is the meaning.
        return national.Words.Count > 0 ? string.Join('|', national.Words) : RegionWords.IsTranslated(table) && national.Code != code ? national.Code : "";
    }
}
