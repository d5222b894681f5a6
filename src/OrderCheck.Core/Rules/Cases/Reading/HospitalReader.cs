using OrderCheck.Core.Hospitals;

namespace OrderCheck.Core.Rules.Cases.Reading;

/// <summary>医院: a general hospital of the third level, unless the case says otherwise.</summary>
internal static class HospitalReader
{
    private static readonly string[] Types = ["综合", "专科", "中医", "基层"];

    public static readonly Hospital Usual = new("H00000000001", "示范医院", 3, "综合", Hospital.FindTimeZone(Hospital.DefaultTimeZoneId));

    public static Hospital Read(CaseObject more, Hospital usual, CaseReading reading)
    {
        if (CaseObject.Open(more.Find("医院")!, "'医院'", [], ["级别", "类型"], reading) is not { } written)
            return usual;
        var level = written.Word("级别", CaseWords.Levels);
        var type = written.Text("类型");
        if (type is not null and not "不详" && !Types.Contains(type))
            written.Fault("类型", $"'{type}' is no type of hospital. It may be {string.Join(", ", Types)} or 不详.");
        return usual with
        {
            Level = level is null ? usual.Level : level == 0 ? null : level,
            Type = type switch { null => usual.Type, "不详" => null, _ => type },
        };
    }
}
