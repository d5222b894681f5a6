using OrderCheck.Cli.Csv;
using OrderCheck.Cli.Nhsa.Points;

namespace OrderCheck.Cli.Nhsa;

/// <summary>
/// Rows of the tables that give limits in columns and that no point of their rule asks for: a code or a name that was typed
/// wrongly would else be without effect, in silence. A point counts here even where it is rejected itself.
/// </summary>
internal static class RowsWithoutPoint
{
    public static IEnumerable<Rejection> Of(PublishedTables tables, CsvTable points, CsvTable codes)
    {
        var rules = points.Rows.ToLookup(row => row["kp_id"], row => row["rule_class"]);
        var coded = codes.Rows.SelectMany(row => rules[row["kp_id"]].Select(rule => (Rule: rule, Code: row["med_code"], Point: row["kp_id"])))
            .ToLookup(row => (row.Rule, row.Code), row => row.Point);
        var named = points.Rows.Select(row => (row["rule_class"], row["item_name"].Trim())).ToHashSet();
        return
        [
            .. tables.Structured.Rows.Where(row => SexPoints.Rules.Contains(row["rule_name"]) && !named.Contains((row["rule_name"], row["item_name"].Trim())))
                .Select(row => Rejection.Of(row, "item_name", "the item of a point of this rule")),
            .. tables.Pairs.Rows.Where(row => !coded[(PairPoints.Rule, row["main_code"])].Intersect(coded[(PairPoints.Rule, row["other_code"])]).Any())
                .Select(row => Rejection.Of(row, "main_code", $"a code that a point of {PairPoints.Rule} has beside {row["other_code"]}")),
            .. OfCodes(tables.Frequencies, FrequencyPoints.Rule),
            .. OfCodes(tables.Periods, PeriodPoints.Rule),
        ];

        IEnumerable<Rejection> OfCodes(CsvTable table, string rule) => table.Rows.Where(row => !coded.Contains((rule, row["item_code"])))
            .Select(row => Rejection.Of(row, "item_code", $"the code of a point of {rule}"));
    }
}
