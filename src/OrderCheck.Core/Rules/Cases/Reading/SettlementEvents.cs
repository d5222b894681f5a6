using System.Text.Json;
using OrderCheck.Core.Amounts;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Rules.Reading;
using OrderCheck.Core.Settlement;

namespace OrderCheck.Core.Rules.Cases.Reading;

/// <summary>结算清单 and 上传费用 of a case history. What is left out of a list is not filled in.</summary>
internal static class SettlementEvents
{
    private const int OldestYears = 150;
    private const int MostDays = 10_000;

    public static readonly IReadOnlyDictionary<string, ClinicalEvents.Reader> Readers = new Dictionary<string, ClinicalEvents.Reader>
    {
        ["结算清单"] = List,
        ["上传费用"] = Upload,
    };

    private static readonly string[] Members =
    [
        "性别", "出生", "年龄", "日龄", "出生体重", "入院体重", "险种",
        "就医方式", "入院途径", "入院", "入院科别", "出院", "出院科别", "离院方式", "住院天数", "主诊医师",
        "合计", "基金", "账户", "现金", "自付", "自费",
        "诊断", "手术", "重症监护", "输血", "类别", "已填", "撤销",
    ];

    private static SettlementListReported? List(JsonValue value, EventAt at, CaseReading reading) =>
        CaseObject.Open(value, "'结算清单'", [], Members, reading) is { } list
            ? new(new SettlementList
            {
                Patient = new ListedPatient
                {
                    Sex = list.Word("性别", CaseWords.Sexes),
                    BirthTime = list.Time("出生", TimeOnly.MinValue),
                    AgeYears = list.Whole("年龄", 0, OldestYears),
                    AgeDays = list.Whole("日龄", 0, MostDays),
                    BirthWeightGrams = list.Find("出生体重") is { } birth ? ClinicalEvents.Grams(birth, reading) : null,
                    AdmissionWeightGrams = list.Find("入院体重") is { } admission ? ClinicalEvents.Grams(admission, reading) : null,
                    InsuType = list.Insurance("险种"),
                },
                Stay = Stay(list),
                Money = new ListedMoney
                {
                    Total = list.Yuan("合计"),
                    Funds = list.Yuan("基金"),
                    Account = list.Yuan("账户"),
                    Cash = list.Yuan("现金"),
                    OwnShare = list.Yuan("自付"),
                    SelfPaid = list.Yuan("自费"),
                },
                Diagnoses = [.. list.Each("诊断").Select(entry => Diagnosis(entry, reading)).OfType<ListedDiagnosis>()],
                Procedures = [.. list.Each("手术").Select(entry => Procedure(entry, reading)).OfType<ListedProcedure>()],
                CareUnits = [.. list.Each("重症监护").Select(entry => CareUnit(entry, reading)).OfType<ListedCareUnit>()],
                Blood = [.. list.Each("输血").Select(entry => Blood(entry, reading)).OfType<ListedBlood>()],
                Categories = [.. list.Each("类别").Select(entry => Category(entry, reading)).OfType<ListedCategory>()],
                Filled = [.. list.Texts("已填").Select(entry => Filled(entry.At, entry.Text, reading)).OfType<string>()],
                Withdrawn = list.Is("撤销"),
            })
            { Id = at.Id, Revision = at.Revision, OccurredAt = at.At }
            : null;

    private static ChargesUploaded Upload(JsonValue value, EventAt at, CaseReading reading)
    {
        var ids = new List<string>();
        foreach (var entry in value.Kind == JsonTokenType.StartArray ? value.Elements : [value])
        {
            if (entry.Kind == JsonTokenType.String && entry.Text.Length > 0)
                ids.Add(entry.Text);
            else
                reading.Fault(entry, "'上传费用' must be the id of a charge, or a list of such ids.");
        }
        return new(ids) { Id = at.Id, Revision = at.Revision, OccurredAt = at.At };
    }

    private static ListedStay Stay(CaseObject list) => new()
    {
        MedType = list.MedType("就医方式"),
        WayOfAdmission = list.Text("入院途径"),
        AdmittedAt = list.Time("入院"),
        AdmissionDepartment = list.Text("入院科别"),
        DischargedAt = list.Time("出院"),
        DischargeDepartment = list.Text("出院科别"),
        WayOfDischarge = list.Text("离院方式"),
        Days = list.Whole("住院天数", 1, MostDays),
        ChiefDoctor = list.Text("主诊医师"),
    };

    private static ListedDiagnosis? Diagnosis(JsonValue value, CaseReading reading) =>
        CaseObject.Open(value, "A diagnosis of '结算清单'", ["编码"], ["名称", "主要", "入院病情"], reading) is { } entry && entry.Text("编码") is { } code
            ? new(code, entry.Text("名称"), entry.Is("主要"), entry.Text("入院病情"))
            : null;

    private static ListedProcedure? Procedure(JsonValue value, CaseReading reading) =>
        CaseObject.Open(value, "An operation of '结算清单'", ["编码"], ["名称", "主要", "开始", "结束", "术者", "麻醉方式", "麻醉医师"], reading) is { } entry && entry.Text("编码") is { } code
            ? new(code, entry.Text("名称"), entry.Is("主要"), entry.Text("麻醉方式"))
            {
                BeganAt = entry.Time("开始"),
                EndedAt = entry.Time("结束"),
                Surgeon = entry.Text("术者"),
                Anaesthetist = entry.Text("麻醉医师"),
            }
            : null;

    private static ListedCareUnit? CareUnit(JsonValue value, CaseReading reading) =>
        CaseObject.Open(value, "A time of '重症监护'", ["病房"], ["进入", "退出"], reading) is { } entry && entry.Text("病房") is { } unit
            ? new(unit, entry.Time("进入"), entry.Time("退出"))
            : null;

    private static ListedBlood? Blood(JsonValue value, CaseReading reading) =>
        CaseObject.Open(value, "Blood of '输血'", ["品种"], ["量", "单位"], reading) is { } entry && entry.Text("品种") is { } kind
            ? new(kind, entry.Number("量", 0, Quantity.Largest), entry.Text("单位"))
            : null;

    private static ListedCategory? Category(JsonValue value, CaseReading reading) =>
        CaseObject.Open(value, "A category of '类别'", ["类别", "金额"], ["甲类", "乙类", "自费", "其他"], reading) is { } entry
        && entry.Text("类别") is { } category && entry.Yuan("金额") is { } amount
            ? new(category, amount) { ClassA = entry.Yuan("甲类"), ClassB = entry.Yuan("乙类"), SelfPaid = entry.Yuan("自费"), Other = entry.Yuan("其他") }
            : null;

    private static string? Filled(JsonValue at, string name, CaseReading reading)
    {
        if (SettlementFields.UnkeptNameOf(name) is { } unkept)
            return unkept;
        reading.Fault(at, $"'{name}' is no field of which '已填' tells. It may be {string.Join(", ", SettlementFields.UnkeptNames)}.");
        return null;
    }
}
