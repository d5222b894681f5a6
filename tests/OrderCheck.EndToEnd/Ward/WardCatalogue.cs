using System.Text;
using System.Text.Json;

namespace OrderCheck.EndToEnd.Ward;

/// <summary>What names in the ward's files stand for: read from the rules folder as a HIS reads its own master data.</summary>
internal sealed class WardCatalogue
{
    private static readonly string[] BuiltIn = ["unknown-item", "order-not-expanded", "charge-outside-stay"];

    private readonly Dictionary<string, WardItem> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _insurances = new(StringComparer.Ordinal) { ["自费"] = "self_pay" };
    private readonly Dictionary<string, string> _medTypes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _rules = new(BuiltIn, StringComparer.Ordinal);

    public WardCatalogue(string rules)
    {
        var prices = Table(rules, "dictionary/prices.csv").GroupBy(row => row["item_code"]).ToDictionary(rows => rows.Key, rows => rows.Last()["price"]);
        foreach (var row in Table(rules, "catalogue/items.csv"))
        {
            var item = new WardItem(row["item_code"], row["item_name"], row["kind"], row["unit"], prices.GetValueOrDefault(row["item_code"], ""));
            _items[item.Code] = item;
            // Of several makers' items of one name the first is meant.
            _items.TryAdd(item.Name, item);
        }
        foreach (var row in Table(rules, "catalogue/insurance_types.csv"))
        {
            _insurances.TryAdd(row["insurance"], row["code"]);
            _insurances.TryAdd(row["name"], row["code"]);
        }
        foreach (var row in Table(rules, "catalogue/med_types.csv"))
            _medTypes.TryAdd(row["name"], row["code"]);
        foreach (var file in Directory.EnumerateFiles(rules, "*.json", SearchOption.AllDirectories))
            AddRules(file);
    }

    public WardItem Item(string name) => _items.GetValueOrDefault(name) ?? throw new WardFault($"目录里没有“{name}”");

    public string Insurance(string name) => _insurances.GetValueOrDefault(name) ?? throw new WardFault($"没有险种“{name}”");

    public string MedType(string name) => _medTypes.GetValueOrDefault(name) ?? throw new WardFault($"没有就医方式“{name}”");

    public string Rule(string name) => _rules.Contains(name) ? name : throw new WardFault($"没有规则“{name}”");

    private void AddRules(string file)
    {
        using var read = JsonDocument.Parse(File.ReadAllBytes(file));
        if (read.RootElement.ValueKind != JsonValueKind.Object || !read.RootElement.TryGetProperty("Rules", out var rules))
            return;
        foreach (var rule in rules.EnumerateArray())
            _rules.Add(rule.GetProperty("RuleName").GetString()!);
    }

    private static IEnumerable<Dictionary<string, string>> Table(string rules, string file)
    {
        var lines = File.ReadLines(Path.Combine(rules, file)).Where(line => line.Length > 0).Select(Fields).ToList();
        return lines.Skip(1).Select(fields => lines[0].Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second));
    }

    private static List<string> Fields(string line)
    {
        var (fields, field, quoted) = (new List<string>(), new StringBuilder(), false);
        foreach (var c in line)
        {
            if (c == '"')
                quoted = !quoted;
            else if (c == ',' && !quoted)
                Add(fields, field);
            else
                field.Append(c);
        }
        Add(fields, field);
        return fields;
    }

    private static void Add(List<string> fields, StringBuilder field)
    {
        fields.Add(field.ToString());
        field.Clear();
    }
}
