using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>Reads when a readmission is pointed out.</summary>
internal static class ReadmissionReader
{
    private const int MostDays = 366;
    private const int MostStays = 99;
    private const string SameGroup = "同病组";

    /// <summary>They count how often, and say from how often on.</summary>
    private static readonly string[] Often = ["频繁住院", "频繁门诊", "频繁购药"];
    private static readonly string[] Scopes = ["任意", "同科室", SameGroup, "同诊断", .. Often, "未了事项"];

    public static CsvColumn[] Columns { get; } =
        [CsvColumn.Must("scope"), CsvColumn.Must("days"), CsvColumn.May("insurances"), CsvColumn.Must("advice"), CsvColumn.May("fallback"), CsvColumn.May("at_discharge"), CsvColumn.May("most_stays")];

    public static ReadmissionWindow? Read(CsvTable table)
    {
        var (scope, days, advice) = (table.RequiredWord("scope", Scopes), table.Whole("days", 1, MostDays), table.Required("advice"));
        var insurances = table.Words("insurances", ConductReader.Insurances);
        var (fallback, atDischarge) = (table.Word("fallback", [ReadmissionWindow.PrincipalDiagnosis]), table.Word("at_discharge", ["是", "否"]));
        var most = table.Whole("most_stays", 1, MostStays);
        var counts = scope is not null && Often.Contains(scope);
        if (counts && table.Required("most_stays") is null)
            return null;
        if (scope is not null && !counts && most is not null)
            table.Fault("most_stays", $"it is for the scopes {string.Join(", ", Often)} alone.");
        else if (scope is not null and not SameGroup && fallback is not null)
            table.Fault("fallback", $"it is for the scope '{SameGroup}' alone.");
        else if (scope is not null and not SameGroup && atDischarge == "是")
            table.Fault("at_discharge", $"it is for the scope '{SameGroup}' alone.");
        else if (table.Required("days") is not null && scope is not null && days is { } window && advice is not null)
        {
            return new ReadmissionWindow
            {
                Scope = scope,
                Days = window,
                MostStays = most,
                Insurances = insurances,
                Advice = advice,
                Fallback = fallback,
                AtDischarge = atDischarge == "是",
            };
        }
        return null;
    }
}
