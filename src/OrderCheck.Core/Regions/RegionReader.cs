using OrderCheck.Core.Rules;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Regions;

/// <summary>Reads regions/NAME/: region.json, and with it codes.csv and fields.csv where the region has its own.</summary>
internal static class RegionReader
{
    public const string Folder = "regions/";
    private const string Main = "region.json";
    private const string Codes = "codes.csv";
    private const string Fields = "fields.csv";

    private static readonly string[] Files = [Main, Codes, Fields];

    public static bool IsRegionFile(RuleFile file) => file.Path.StartsWith(Folder, StringComparison.Ordinal);

    public static RegionProfiles Read(RuleFolder folder, List<Fault> faults)
    {
        var written = new Dictionary<string, WrittenRegion>(StringComparer.Ordinal);
        foreach (var region in folder.Files.Where(IsRegionFile).GroupBy(file => file.Path.Split('/')[1]))
        {
            foreach (var stray in region.Where(file => !Files.Contains(file.Path[(Folder.Length + region.Key.Length)..].TrimStart('/'))))
                faults.Add(new Fault(stray.Path, 0, 0, $"Nothing reads this file. A region is {Folder}NAME/ with {string.Join(", ", Files)}."));
            if (WrittenRegion.Read(region.Key, name => folder.Find($"{Folder}{region.Key}/{name}"), faults) is { } one)
                written.Add(region.Key, one);
        }
        foreach (var region in written.Values)
            region.CheckBase(written, faults);
        return new RegionProfiles(faults.Count == 0 ? written.Values.Select(region => region.Build(written)) : []);
    }

    internal static Dictionary<string, List<RegionCode>> ReadCodes(RuleFile file, List<Fault> faults)
    {
        var tables = new Dictionary<string, List<RegionCode>>(StringComparer.Ordinal);
        using var table = CsvTable.Open(file, [CsvColumn.Must("table"), CsvColumn.Must("code"), CsvColumn.Must("name"), CsvColumn.Must("means"), CsvColumn.Must("source")], faults);
        while (table?.Next() == true)
        {
            var (name, code, source) = (table.Required("table"), table.Required("code"), table.Required("source"));
            if (name is null || code is null || source is null)
                continue;
            if (!tables.TryGetValue(name, out var rows))
                tables.Add(name, rows = []);
            if (rows.Exists(row => row.Code == code))
                table.Fault("code", $"'{code}' of {name} is there twice.");
            else
                rows.Add(new RegionCode(code, table.Text("name") ?? "", WordsOf(table, name), source));
        }
        return tables;
    }

    private static string[] WordsOf(CsvTable table, string name)
    {
        var words = table.Text("means")?.Split('|') ?? [];
        foreach (var word in words)
        {
            if (RegionWords.FaultOf(name, word) is not { } fault)
                continue;
            table.Fault("means", fault);
            return [];
        }
        return words;
    }

    internal static Dictionary<(string, string), string> ReadFields(RuleFile file, List<Fault> faults)
    {
        var own = new Dictionary<(string, string), string>();
        using var table = CsvTable.Open(file, [CsvColumn.Must("node"), CsvColumn.Must("field"), CsvColumn.Must("own"), CsvColumn.Must("source")], faults);
        while (table?.Next() == true)
        {
            if (table.RequiredWord("node", [.. NhsaFields.Nodes.Keys]) is not { } node
                || table.RequiredWord("field", [.. NhsaFields.Nodes[node].Keys]) is not { } field
                || table.Required("own") is not { } name || table.Required("source") is null)
                continue;
            if (name != field && NhsaFields.Nodes[node].ContainsKey(name))
                table.Fault("own", $"'{name}' is another field of {node}.");
            else if (own.Any(known => known.Key.Item1 == node && known.Value == name) || !own.TryAdd((node, field), name))
                table.Fault("own", $"'{name}' or {field} of {node} is there twice.");
        }
        return own;
    }
}
