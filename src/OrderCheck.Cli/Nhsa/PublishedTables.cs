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
        var faults = new InputFaults();
        var codes = Table("knowledge_point_codes.csv", "kp_id", "med_code");
        var points = Table("knowledge_points.csv", PointColumns);
        Structured = Table("structured_limits_b1_b8.csv", "rule_name", "item_name", "limit_value");
        Pairs = Table("repeat_charge_pairs_b7.csv", "window", "main_name", "main_code", "other_name", "other_code", "note");
        Frequencies = Table("service_frequency_limits_b8.csv", "item_code", "limit_qty", "limit_unit");
        Periods = Table("service_period_limits_b8.csv", "item_code", "max_count", "period_days");
        faults.ThrowIfAny();
        CodeRows = codes.Rows.Count;
        Points = ReadPoints(points, CodesByPoint(points, codes));
        RowFaults.AddRange(RowsWithoutPoint.Of(this, points, codes));

        CsvTable Table(string file, params string[] columns) => faults.Read(() => CsvTable.Read(folder, file, columns))!;
    }

    public int CodeRows { get; }

    /// <summary>In published order. A point that can't be read at all is not here but in <see cref="Unreadable"/>.</summary>
    public IReadOnlyList<KnowledgePoint> Points { get; }

    /// <summary>Points whose own row is at fault.</summary>
    public List<UnreadablePoint> Unreadable { get; } = [];

    /// <summary>Rows of the other tables that can't be used, or that nothing asks for. They are no points: no fate counts them.</summary>
    public List<Rejection> RowFaults { get; } = [];

    /// <summary>Points of which the table of codes has another number of codes than their own row says: a table that was cut off.</summary>
    public List<Rejection> OtherCounts { get; } = [];

    /// <summary>Limits that were published in columns: sex and the like, by rule and item name.</summary>
    public CsvTable Structured { get; }

    public CsvTable Pairs { get; }

    public CsvTable Frequencies { get; }

    public CsvTable Periods { get; }

    /// <exception cref="BadInputException">Files are missing or are no tables: all are told.</exception>
    public static PublishedTables Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new BadInputException(folder, 0, 0, "There is no such folder.");
        return new PublishedTables(folder);
    }

    private ILookup<string, CsvField> CodesByPoint(CsvTable points, CsvTable codes)
    {
        var ids = points.Rows.Select(row => row["kp_id"]).ToHashSet(StringComparer.Ordinal);
        var seen = new Dictionary<(string Id, string Code), int>();
        var used = new List<CsvRow>(codes.Rows.Count);
        foreach (var row in codes.Rows)
        {
            var (id, code) = (row["kp_id"], row["med_code"]);
            if (!ids.Contains(id))
                RowFaults.Add(Rejection.Of(row, "kp_id", "the kp_id of a point of knowledge_points.csv"));
            else if (!seen.TryAdd((id, code), row.Line))
                RowFaults.Add(Rejection.Of(row, "med_code", Text($"a code that the point has not yet; line {seen[(id, code)]} gives it this one")));
            else
                used.Add(row);
        }
        return used.ToLookup(row => row["kp_id"], row => row.Field("med_code"));
    }

    private List<KnowledgePoint> ReadPoints(CsvTable points, ILookup<string, CsvField> codes)
    {
        var ids = points.Rows.ToLookup(row => row["kp_id"]);
        var read = new List<KnowledgePoint>(points.Rows.Count);
        foreach (var row in points.Rows)
        {
            var id = row["kp_id"];
            if (ReadPoint(row, ids[id], codes[id]) is { } point)
                read.Add(point);
            if (points.Columns.Contains(CodeCount))
                CompareCount(row, codes[id].Count());
        }
        return read;
    }

    /// <param name="same">The rows of this id. Of several nobody can say which the codes are for: none of them is taken.</param>
    private KnowledgePoint? ReadPoint(CsvRow row, IEnumerable<CsvRow> same, IEnumerable<CsvField> codes)
    {
        if (row["kp_id"].Length == 0)
            return Refuse(row, "kp_id", "the point's id");
        if (same.FirstOrDefault(other => other != row) is { } twin)
            return Refuse(row, "kp_id", Text($"an id of one point only; line {twin.Line} has it, too"));
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
        Unreadable.Add(new UnreadablePoint(row["kp_id"], row["rule_class"], SupersededBy(row), Rejection.Of(row, column, allowed)));
        return null;
    }

    private static string[] SupersededBy(CsvRow row) => row["supersedes"].Split(['|', ';', ' '], StringSplitOptions.RemoveEmptyEntries);

    private void CompareCount(CsvRow row, int codes)
    {
        if (int.TryParse(row[CodeCount], NumberStyles.None, CultureInfo.InvariantCulture, out var said) && said != codes)
            OtherCounts.Add(Rejection.Of(row, CodeCount, Text($"knowledge_point_codes.csv has {codes} codes of this point")));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
