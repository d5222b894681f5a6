using OrderCheck.Cli.Csv;

namespace OrderCheck.Cli.Tests.Nhsa;

/// <summary>
/// A diagnosis-limited point that a person labelled, by its sentence alone and before any mapping of words to codes existed:
/// every fifth of the 510 in published order, the first hundred (Labels/diagnosis_points.csv).
/// </summary>
/// <param name="Position">Among the 510, from 1.</param>
/// <param name="Categories">ICD-10 categories of 3 characters, subcategories of 4, and ranges; empty where diagnoses cannot show the limit.</param>
internal sealed record LabelledPoint(int Position, string Id, string Item, string Sentence, IReadOnlyList<string> Categories)
{
    public static IReadOnlyList<LabelledPoint> All { get; } =
    [
        .. CsvTable.Read(Repository.Labels, "diagnosis_points.csv", "position", "point_id", "item_name", "official_text", "icd_categories").Rows.Select(row => new LabelledPoint(
            int.Parse(row["position"], System.Globalization.CultureInfo.InvariantCulture), row["point_id"], row["item_name"], row["official_text"],
            row["icd_categories"].Split('|', StringSplitOptions.RemoveEmptyEntries))),
    ];
}
