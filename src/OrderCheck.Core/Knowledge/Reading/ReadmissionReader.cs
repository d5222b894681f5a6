using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>Reads when a readmission is pointed out.</summary>
internal static class ReadmissionReader
{
    private const int MostDays = 366;

    private static readonly string[] Scopes = ["任意", "同科室", "同病组", "同诊断", "未了事项"];
    private static readonly string[] Insurances = ["职工", "居民", "离休", "工伤", "生育", "长护", "其他", "自费"];

    public static CsvColumn[] Columns { get; } =
        [CsvColumn.Must("scope"), CsvColumn.Must("days"), CsvColumn.May("insurances"), CsvColumn.Must("advice")];

    public static ReadmissionWindow? Read(CsvTable table)
    {
        var (scope, days, advice) = (table.RequiredWord("scope", Scopes), table.Whole("days", 1, MostDays), table.Required("advice"));
        var insurances = table.Words("insurances", Insurances);
        return table.Required("days") is not null && scope is not null && days is { } most && advice is not null
            ? new ReadmissionWindow { Scope = scope, Days = most, Insurances = insurances, Advice = advice }
            : null;
    }
}
