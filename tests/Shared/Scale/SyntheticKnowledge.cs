using System.Globalization;
using System.Text.Json.Nodes;

namespace OrderCheck.Tests.Scale;

/// <summary>
/// A rules folder of any size: the starter set, and behind it synthetic items, rows of the kinds that item limits have, and rules
/// that read them by their batch. The same size and mark give the same bytes. Nothing in it is official.
/// </summary>
internal sealed class SyntheticKnowledge(string starter, SyntheticSize size)
{
    /// <summary>More than any order asks for: an order of so much breaks every synthetic rule.</summary>
    public const int Outrageous = 5_000;

    private const string RuleFile = "synthetic.json";

    /// <summary>What is no part of a release.</summary>
    private static readonly string[] NoRowsOf = ["cases", "coverage"];

    /// <summary>Writes the folder, which must not exist or be one of ours.</summary>
    /// <param name="mark">Is in every synthetic text, message, title and item's name, and decides severity and tier: the release by which a finding was made shows in all of them.</param>
    public void Write(string folder, string mark)
    {
        foreach (var file in Directory.GetFiles(starter, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(starter, file);
            if (NoRowsOf.Contains(path.Split(Path.DirectorySeparatorChar)[0]))
                continue;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
            File.Copy(file, Path.Combine(folder, path), overwrite: true);
        }
        var rules = size.Expressions - CountRules(folder);
        WriteRules(folder, rules, mark);
        WriteTiers(folder, mark);
        WriteItems(folder, mark);
        WriteRows(folder, rules, mark);
    }

    /// <summary>How loudly all synthetic findings of a release with that mark speak: of four releases one after another no two have the same severity and tier.</summary>
    public static string TierOf(string mark) => mark[^1] / 2 % 2 == 0 ? "show" : "list";

    /// <summary>Of all synthetic rules of a release with that mark.</summary>
    public static string SeverityOf(string mark) => mark[^1] % 2 == 0 ? "reminder" : "suspicion";

    /// <summary>Drugs and services in turns: those with an odd number are services.</summary>
    public static string CodeOf(int item) =>
        item % 2 == 0
            ? string.Create(CultureInfo.InvariantCulture, $"XS{item % 97:00}AAA{item:000000}A001010100001")
            : string.Create(CultureInfo.InvariantCulture, $"009{item:000000000000}");

    /// <summary>
    /// 50 rows for one item of 500, 4 for one of ten, else one; then one more for as many as it takes. None has more than 50.
    /// </summary>
    public IEnumerable<(int Item, int Rows)> RowsByItem()
    {
        var rest = size.Rows;
        for (var item = 0; item < size.Items; item++)
            rest -= Least(item);
        for (var item = 0; item < size.Items; item++)
        {
            var more = rest > 0 && Least(item) == 1 ? 1 : 0;
            rest -= more;
            yield return (item, Least(item) + more);
        }
    }

    private static int Least(int item) => item % 500 == 250 ? 50 : item % 10 == 1 ? 4 : 1;

    private static int CountRules(string folder) =>
        Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories)
            .Where(static file => Path.GetFileName(file) != RuleFile)
            .Sum(file => File.ReadAllText(file).Split("\"RuleName\"").Length - 1);

    private static void WriteRules(string folder, int count, string mark)
    {
        var rules = new JsonArray();
        for (var rule = 0; rule < count; rule++)
        {
            var kind = SyntheticKind.All[rule % SyntheticKind.All.Count];
            rules.Add(new JsonObject
            {
                ["RuleName"] = $"synthetic-{rule}",
                ["Expression"] = $"limit.Batch == \"{BatchOf(rule)}\" && line.Quantity > {1_000 + rule}",
                ["ErrorMessage"] = $"【$(item.Name)】合成规则{rule}，第{mark}版",
                ["Properties"] = new JsonObject
                {
                    ["title"] = $"合成规则{rule}（第{mark}版）",
                    ["family"] = "频次",
                    ["domain"] = "price",
                    ["severity"] = SeverityOf(mark),
                    ["response"] = "inform",
                    ["stages"] = "O C",
                    ["decisions"] = "withdraw change",
                    ["knowledge"] = kind.Name,
                    ["basis"] = "合成数据，无依据",
                    ["state"] = "active",
                },
            });
        }
        File.WriteAllText(
            Path.Combine(folder, "price", RuleFile), new JsonObject { ["WorkflowName"] = "synthetic", ["Rules"] = rules }.ToJsonString());
    }

    /// <summary>Before the starter set's own, of which the first that fits decides.</summary>
    private static void WriteTiers(string folder, string mark)
    {
        var path = Path.Combine(folder, "alerts", "tiers.csv");
        var lines = File.ReadAllLines(path);
        File.WriteAllLines(path, [lines[0], $"price,{SeverityOf(mark)},inform,{TierOf(mark)},0", .. lines[1..]]);
    }

    private void WriteItems(string folder, string mark)
    {
        using var table = new SyntheticTable(Path.Combine(folder, "catalogue", "items.csv"));
        for (var item = 0; item < size.Items; item++)
        {
            table["item_code"] = CodeOf(item);
            table["item_name"] = $"{NameOf(item)}（第{mark}版）";
            table["kind"] = item % 2 == 0 ? "药品" : "项目";
            table["class"] = "乙";
            table["own_share_ratio"] = "0.1";
            table["category"] = item % 2 == 0 ? "09" : "06";
            table["unit"] = item % 2 == 0 ? "盒" : "次";
            table["generic_name"] = item % 2 == 0 ? $"合成药{item / 20}" : "";
            table["source"] = "合成数据";
            table.EndRow();
        }
    }

    private void WriteRows(string folder, int rules, string mark)
    {
        var tables = SyntheticKind.All.Select(kind => new SyntheticTable(Path.Combine(folder, "knowledge", kind.Name + ".csv"))).ToList();
        try
        {
            var row = 0;
            foreach (var (item, rows) in RowsByItem())
            {
                for (var of = 0; of < rows; of++, row++)
                    WriteRow(tables[row % tables.Count], SyntheticKind.All[row % tables.Count], item, row, rules, mark);
            }
        }
        finally
        {
            tables.ForEach(static table => table.Dispose());
        }
    }

    private void WriteRow(SyntheticTable table, SyntheticKind kind, int item, int row, int rules, string mark)
    {
        var readers = rules / SyntheticKind.All.Count;
        var reader = row % SyntheticKind.All.Count + SyntheticKind.All.Count * (row / SyntheticKind.All.Count % Math.Max(1, readers));
        table["item_code"] = CodeOf(item);
        table["item_name"] = NameOf(item);
        kind.Fill(table, row, CodeOf((item + 1) % size.Items));
        table["effective_from"] = $"20{20 + row % 6}-0{1 + row % 9}-01";
        table["rule_code"] = string.Create(CultureInfo.InvariantCulture, $"HC{reader:000000}");
        table["rule_name"] = kind.Title;
        table["official_text"] = $"{kind.Title}的合成限定内容第{row % 5_000}条（第{mark}版），仅用于规模测试，不是任何文件的原文。";
        table["batch"] = BatchOf(reader);
        table["point_id"] = string.Create(CultureInfo.InvariantCulture, $"SYN-{row:x12}");
        table["source"] = $"合成数据第{mark}版";
        table.EndRow();
    }

    private static string NameOf(int item) => item % 2 == 0 ? $"合成药品{item}片" : $"合成项目{item}";

    private static string BatchOf(int rule) => $"S{rule}";
}
