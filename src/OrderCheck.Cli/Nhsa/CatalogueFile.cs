using System.Globalization;
using OrderCheck.Cli.Csv;
using OrderCheck.Cli.Nhsa.DrugList;

namespace OrderCheck.Cli.Nhsa;

/// <summary>
/// The catalogue of the items that the points and the drug list name. Codes tell kind and charge category, the drug list the
/// class; own share and strength are published with neither and stay empty, that is, not known.
/// </summary>
internal static class CatalogueFile
{
    private static readonly string[] Header =
    [
        "item_code", "item_name", "kind", "class", "own_share_ratio", "category", "unit", "strength", "strength_unit", "generic_name",
        "effective_from", "effective_to", "source",
    ];

    private const string Source = "国家医疗保障局“两库”知识点明细（名称、编码）";

    /// <param name="classes">Null where no drug list was read.</param>
    public static CsvText Write(ItemNames items, IReadOnlyDictionary<string, string> units, DrugClasses? classes)
    {
        var file = new CsvText(Header);
        foreach (var code in items.Codes)
        {
            foreach (var (name, first, last) in items.SpansOf(code))
            {
                foreach (var (from, to, itemClass, document) in classes?.Cut(code, first, last) ?? [(first, last, "", null)])
                {
                    file.Add(
                        code, name, ItemCodeShape.KindOf(code)!, itemClass, itemClass == "甲" ? "0" : "", ItemCodeShape.CategoryOf(code), UnitOf(code, units), "", "", "",
                        Text(from), Text(to), document is null ? Source : $"{Source}；类别：{document}");
                }
            }
        }
        return file;
    }

    /// <summary>As the frequency tables give it; herb pieces are billed by the gram; else not known.</summary>
    private static string UnitOf(string code, IReadOnlyDictionary<string, string> units) =>
        units.TryGetValue(code, out var unit) ? unit : code[0] == 'T' ? "g" : "";

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
