using System.Globalization;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;

namespace OrderCheck.Core.Rules.Cases.Reading;

/// <summary>Who the patient is and how the stay is paid (患者, 更正). What is left out is not known.</summary>
internal static class StayReader
{
    public static readonly string[] Members = ["性别", "年龄", "出生", "险种", "就医方式", "科室", "病区", "床位", "主管医师", "患者号", "医保就诊号"];

    private const int OldestYears = 150;

    public static StayDetails Read(CaseObject stay, CaseReading reading) => new()
    {
        Sex = stay.Word("性别", CaseWords.Sexes),
        BirthTime = Birth(stay, reading),
        InsuType = stay.Insurance("险种"),
        MedType = stay.MedType("就医方式"),
        Department = stay.Text("科室"),
        Ward = stay.Text("病区"),
        Bed = stay.Text("床位"),
        AttendingDoctor = stay.Text("主管医师"),
        PatientNumber = stay.Text("患者号"),
        MdtrtId = stay.Text("医保就诊号"),
    };

    /// <summary>Of that age on the first day: the birthday, or the day on which the month or day was completed.</summary>
    private static DateTimeOffset? Birth(CaseObject stay, CaseReading reading)
    {
        if (stay.Has("年龄") && stay.Has("出生"))
            stay.Fault("出生", "'年龄' and '出生' are both there; give one of them.");
        if (stay.Has("出生"))
            return stay.Time("出生", TimeOnly.MinValue);
        if (stay.Text("年龄") is not { } age)
            return null;
        if (DayOf(age, reading.FirstDay) is { } day)
            return reading.Zone.At(day, TimeOnly.MinValue);
        stay.Fault("年龄", $"'{age}' is no age. It may be '45岁', '8月' or '20天', at most {OldestYears}岁.");
        return null;
    }

    private static DateOnly? DayOf(string age, DateOnly today)
    {
        if (age.Length < 2 || !int.TryParse(age[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > OldestYears * 366)
            return null;
        return age[^1] switch
        {
            '岁' when number <= OldestYears => today.AddYears(-number),
            '月' when number <= OldestYears * 12 => today.AddMonths(-number),
            '天' => today.AddDays(-number),
            _ => null,
        };
    }
}
