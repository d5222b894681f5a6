using System.Globalization;
using OrderCheck.Cli.Csv;
using OrderCheck.Cli.Verbs;
using CsvField = OrderCheck.Core.Tables.CsvField;

namespace OrderCheck.Cli.Nhsa;

/// <summary>The folder of published tables: points, their codes, and the tables that give some limits in columns.</summary>
internal sealed class PublishedTables
{
    private static readonly string[] PointColumns =
        ["kp_id", "rule_class", "rule_code_1_0", "batch", "published_at", "item_name", "constraint_text", "detect_logic", "supersedes", "is_superseded"];

    /// <summary>How many codes a point has; not every publication says it.</summary>
    private const string CodeCount = "med_code_count";

    private PublishedTables(string folder)
    {
        var codes = CsvTable.Read(folder, "knowledge_point_codes.csv", "kp_id", "med_code");
        var points = CsvTable.Read(folder, "knowledge_points.csv", PointColumns);
        Structured = CsvTable.Read(folder, "structured_limits_b1_b8.csv", "rule_name", "item_name", "limit_value");
        Pairs = CsvTable.Read(folder, "repeat_charge_pairs_b7.csv", "window", "main_name", "main_code", "other_name", "other_code", "note");
        Frequencies = CsvTable.Read(folder, "service_frequency_limits_b8.csv", "item_code", "limit_qty", "limit_unit");
        Periods = CsvTable.Read(folder, "service_period_limits_b8.csv", "item_code", "max_count", "period_days");
        CodeRows = codes.Rows.Count;
        Points = ReadPoints(points, codes);
    }

    public int CodeRows { get; }

    /// <summary>In published order. A point that can't be read at all is not here but in <see cref="Unreadable"/>.</summary>
    public IReadOnlyList<KnowledgePoint> Points { get; }

    /// <summary>Points whose own row is at fault, with their class and the ids that they supersede.</summary>
    public List<(string RuleClass, IReadOnlyList<string> Supersedes, Rejection Why)> Unreadable { get; } = [];

    /// <summary>Points of which the table of codes has another number of codes than their own row says: a table that was cut off.</summary>
    public List<Rejection> OtherCounts { get; } = [];

    /// <summary>Limits that were published in columns: sex and the like, by rule and item name.</summary>
    public CsvTable Structured { get; }

    public CsvTable Pairs { get; }

    public CsvTable Frequencies { get; }

    public CsvTable Periods { get; }

    /// <exception cref="BadInputException">A file is missing or is no table, an id is there twice, a code is for no point.</exception>
    public static PublishedTables Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new BadInputException(folder, 0, 0, "There is no such folder.");
        return new PublishedTables(folder);
    }

    private List<KnowledgePoint> ReadPoints(CsvTable points, CsvTable codes)
    {
        var codesByPoint = codes.Rows.ToLookup(row => row["kp_id"], row => row.Field("med_code"));
        var ids = new HashSet<string>();
        var read = new List<KnowledgePoint>(points.Rows.Count);
        foreach (var row in points.Rows)
        {
            var id = row.Field("kp_id");
            if (!ids.Add(id.Text))
                throw new BadInputException(row.File, id.Line, id.Column, $"The point '{id.Text}' is there twice.");
            if (ReadPoint(row, codesByPoint[id.Text]) is { } point)
                read.Add(point);
            if (points.Columns.Contains(CodeCount))
                CompareCount(row, codesByPoint[id.Text].Count());
        }
        if (codes.Rows.FirstOrDefault(row => !ids.Contains(row["kp_id"])) is { } orphan)
        {
            var id = orphan.Field("kp_id");
            throw new BadInputException(orphan.File, id.Line, id.Column, $"'{id.Text}' is no point of knowledge_points.csv.");
        }
        return read;
    }

    private KnowledgePoint? ReadPoint(CsvRow row, IEnumerable<CsvField> codes)
    {
        if (!DateOnly.TryParseExact(row["published_at"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var published))
            return Refuse(row, "published_at", "a date as yyyy-MM-dd");
        if (row["is_superseded"] is not ("0" or "1"))
            return Refuse(row, "is_superseded", "0 or 1");
        if (row["rule_class"].Length == 0)
            return Refuse(row, "rule_class", "the rule's name");
        return new KnowledgePoint
        {
            Id = row["kp_id"],
            RuleClass = row["rule_class"],
            RuleCode = row["rule_code_1_0"],
            Batch = row["batch"],
            PublishedAt = published,
            ItemName = row["item_name"].Trim(),
            ConstraintText = row["constraint_text"].Trim(),
            DetectLogic = row["detect_logic"].Trim(),
            Supersedes = SupersededBy(row),
            IsSuperseded = row["is_superseded"] == "1",
            Codes = [.. codes],
            Row = row,
        };
    }

    private KnowledgePoint? Refuse(CsvRow row, string column, string allowed)
    {
        Unreadable.Add((row["rule_class"], SupersededBy(row), Rejection.Of(row, column, allowed)));
        return null;
    }

    private static string[] SupersededBy(CsvRow row) => row["supersedes"].Split(['|', ';', ' '], StringSplitOptions.RemoveEmptyEntries);

    private void CompareCount(CsvRow row, int codes)
    {
        if (int.TryParse(row[CodeCount], NumberStyles.None, CultureInfo.InvariantCulture, out var said) && said != codes)
            OtherCounts.Add(Rejection.Of(row, CodeCount, string.Create(CultureInfo.InvariantCulture, $"knowledge_point_codes.csv has {codes} codes of this point")));
    }
}
