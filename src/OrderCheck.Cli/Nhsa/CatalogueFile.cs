using System.Globalization;
using OrderCheck.Cli.Csv;

namespace OrderCheck.Cli.Nhsa;

/// <summary>
/// The catalogue of the items that the points name. Codes tell kind and charge category; class, own share and strength are
/// not published with the points and stay empty, that is, not known.
/// </summary>
internal static class CatalogueFile
{
    private static readonly string[] Header =
    [
        "item_code", "item_name", "kind", "class", "own_share_ratio", "category", "unit", "strength", "strength_unit", "generic_name",
        "effective_from", "effective_to", "source",
    ];

    public static CsvText Write(ItemNames items, IReadOnlyDictionary<string, string> units)
    {
        var file = new CsvText(Header);
        foreach (var code in items.Codes)
        {
            foreach (var (name, from, to) in items.SpansOf(code))
            {
                file.Add(
                    code, name, ItemCodeShape.KindOf(code)!, "", "", ItemCodeShape.CategoryOf(code), UnitOf(code, units), "", "", "",
                    Text(from), Text(to), "国家医疗保障局“两库”知识点明细（名称、编码）");
            }
        }
        return file;
    }

    /// <summary>As the frequency tables give it; herb pieces are billed by the gram; else not known.</summary>
    private static string UnitOf(string code, IReadOnlyDictionary<string, string> units) =>
        units.TryGetValue(code, out var unit) ? unit : code[0] == 'T' ? "g" : "";

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
