using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>Reads when, on what order and for whom something may be charged.</summary>
internal static class ConductReader
{
    private const int MostDays = 366;

    private const int MostPerUnit = 1000;

    private static readonly string[] Counted = ["部位", SiteNeed.Points, SiteNeed.Fields];
    private static readonly string[] Sides = ["入院前", "出院后", "请假"];
    private static readonly string[] Kinds = ["药品", "饮片", "项目", "耗材"];

    /// <summary>As the code table of insurance types names them, and the uninsured.</summary>
    public static readonly string[] Insurances = ["职工", "居民", "离休", "工伤", "生育", "长护", "其他", "自费"];

    public static StayWindow? Window(CsvTable table, CodeTables codes)
    {
        var (side, days) = (table.RequiredWord("side", Sides), table.Whole("days", 0, MostDays));
        var types = table.Words("med_types", [.. codes.MedTypes.Keys]);
        if (table.Required("days") is not null && side is not null && days is { } most)
            return new StayWindow { Side = side, Days = most, MedTypes = types, Purpose = table.Text("purpose") };
        return null;
    }

    public static ChargeOrderNeed? Need(CsvTable table) => new() { Kinds = table.Words("kinds", Kinds) };

    public static SiteNeed? Sites(CsvTable table)
    {
        var (what, each) = (table.RequiredWord("what", Counted), table.Whole("per_unit", 1, MostPerUnit));
        return what is not null && (each is not null || table.NoneOf("per_unit")) ? new SiteNeed { What = what, PerUnit = each } : null;
    }

    public static FeeTypeChange? Change(CsvTable table) => new() { To = table.Words("to", Insurances) };
}
