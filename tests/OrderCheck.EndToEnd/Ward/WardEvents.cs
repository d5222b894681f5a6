using System.Globalization;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using OrderCheck.Protocol.V1;
using OrderCheck.Tests;

namespace OrderCheck.EndToEnd.Ward;

/// <summary>What happened to the patient, as the HIS reports it.</summary>
internal sealed class WardEvents(WardCatalogue catalogue, WardTime time, string patient)
{
    /// <summary>What is known of the patient's body, at the admission or later.</summary>
    private static readonly string[] Clinical = ["诊断", "手术", "过敏", "检验", "体重", "妊娠"];

    public static readonly string[] Names =
        [.. Clinical, "分娩", "转科", "换床", "请假", "销假", "变更险种", "更正", "撤销入院", "出院", "召回", "结算", "撤销结算", "预算", "入径", "出径", "结算清单", "上传费用"];

    private static readonly Dictionary<string, PregnancyState> Pregnancies = new()
    {
        ["妊娠"] = PregnancyState.Pregnant,
        ["哺乳"] = PregnancyState.Lactating,
        ["无"] = PregnancyState.None,
        ["不详"] = PregnancyState.Unknown,
    };

    public static readonly string[] StayMembers = ["性别", "年龄", "险种", "就医方式", "科室", "病区", "床位", "主管医师", "医保就诊号"];
    private int _count;

    /// <summary>The admission, and the diagnoses that it was made with.</summary>
    public IEnumerable<EncounterEvent> Admission(JsonElement told)
    {
        var stay = new WardEntry(told, "患者", ["入院", .. StayMembers, .. Clinical]);
        var at = time.Of(stay.Text("入院") ?? "第1天 08:00", "08:00");
        yield return new EncounterEvent { Id = "入院", OccurredAt = at, Admit = new Admit { Stay = Stay(stay, newcomer: true) } };
        foreach (var name in Clinical)
        {
            foreach (var known in stay.Each(name))
                yield return Event(name, known, at);
        }
    }

    public EncounterEvent Event(string what, JsonElement told, Timestamp at)
    {
        var said = new EncounterEvent { Id = $"事件{++_count}", OccurredAt = at };
        switch (what)
        {
            case "诊断": said.Diagnosis = Diagnosis(told); break;
            case "手术": said.Procedure = Procedure(told); break;
            case "过敏": said.Allergy = Allergy(told); break;
            case "检验": said.LaboratoryValue = Laboratory(new WardEntry(told, what, "编码", "名称", "结果", "单位")); break;
            case "体重": said.Weight = Weight(told); break;
            case "妊娠": said.Pregnancy = new Pregnancy { State = Pregnancies[told.ToString()] }; break;
            case "分娩": said.Birth = Birth(new WardEntry(told, what, "新生儿", "性别", "体重")); break;
            case "转科": said.Transfer = Transfer(told); break;
            case "换床": said.ChangeBed = new WardEntry(told, what, "病区", "床位") is var bed ? new ChangeBed { Ward = bed.Text("病区") ?? "", Bed = bed.Text("床位") ?? "" } : null; break;
            case "请假": said.Leave = new Leave { Reason = told.ToString() }; break;
            case "销假": said.ReturnFromLeave = new ReturnFromLeave(); break;
            case "变更险种": said.ChangeInsurance = Insurance(told); break;
            case "更正": said.Update = new Update { Stay = Stay(new WardEntry(told, what, StayMembers), newcomer: false) }; break;
            case "撤销入院": said.CancelAdmit = new CancelAdmit { Reason = told.ToString() }; break;
            case "出院": said.Discharge = new Discharge { Way = "1" }; break;
            case "召回": said.CancelDischarge = new CancelDischarge { Reason = told.ToString() }; break;
            case "预算": said.GiveBudget = Budget(new WardEntry(told, what, "病组", "名称", "支付标准", "标准成本")); break;
            case "结算": said.Settle = new Settle { SetlId = told.ToString() }; break;
            case "撤销结算": said.CancelSettle = new CancelSettle { SetlId = told.ToString() }; break;
            case "入径": said.EnterPathway = new EnterPathway { Pathway = told.ToString() }; break;
            case "出径": said.LeavePathway = Leaving(told); break;
            case "结算清单": said.SettlementList = new WardSettlement(catalogue, time).List(told); break;
            case "上传费用": said.UploadCharges = WardSettlement.Upload(told); break;
            default: throw new WardFault($"“{what}”不是事件，可写{string.Join('、', Names)}");
        }
        return said;
    }

    private Stay Stay(WardEntry told, bool newcomer)
    {
        var stay = new Stay
        {
            Sex = told.Text("性别") switch { "男" => Sex.Male, "女" => Sex.Female, "性别不定" => Sex.Indeterminate, _ => Sex.Unknown },
            BirthTime = told.Text("年龄") is { } age ? time.Birth(age) : null,
            Insutype = told.Text("险种") is { } insurance ? catalogue.Insurance(insurance) : "",
            MedType = told.Text("就医方式") is { } visited ? catalogue.MedType(visited) : "",
            Department = told.Text("科室") ?? "",
            Ward = told.Text("病区") ?? "",
            Bed = told.Text("床位") ?? "",
            AttendingDoctor = told.Text("主管医师") ?? "",
            MdtrtId = told.Text("医保就诊号") ?? "",
        };
        if (newcomer)
        {
            stay.PatientNumber = patient;
            TestPatients.Add(stay.PatientNumber);
        }
        return stay;
    }

    private static Diagnosis Diagnosis(JsonElement told)
    {
        if (told.ValueKind == JsonValueKind.String)
            return Coded(told) is var (code, name) ? new Diagnosis { Code = code, Name = name } : throw new WardFault("诊断没有编码");
        var diagnosis = new WardEntry(told, "诊断", "编码", "名称", "主要", "疑似", "撤销", "新生儿");
        return new Diagnosis
        {
            Code = diagnosis.Text("编码") ?? "",
            Name = diagnosis.Text("名称") ?? "",
            Principal = diagnosis.Is("主要"),
            Suspected = diagnosis.Is("疑似"),
            Withdrawn = diagnosis.Is("撤销"),
            InfantNo = diagnosis.Text("新生儿") ?? "",
        };
    }

    private Procedure Procedure(JsonElement told)
    {
        if (told.ValueKind == JsonValueKind.String)
            return Coded(told) is var (code, name) ? new Procedure { Code = code, Name = name } : throw new WardFault("手术没有编码");
        var procedure = new WardEntry(told, "手术", "编码", "名称", "主要", "术者", "计划", "结束", "撤销");
        return new Procedure
        {
            Code = procedure.Text("编码") ?? "",
            Name = procedure.Text("名称") ?? "",
            Principal = procedure.Is("主要"),
            Doctor = procedure.Text("术者") ?? "",
            Planned = procedure.Is("计划"),
            EndedAt = procedure.Text("结束") is { } end ? time.Of(end) : null,
            Withdrawn = procedure.Is("撤销"),
        };
    }

    private static Allergy Allergy(JsonElement told)
    {
        if (told.ValueKind == JsonValueKind.String)
            return new Allergy { SubstanceName = told.ToString() };
        var allergy = new WardEntry(told, "过敏", "名称", "编码", "撤销");
        return new Allergy { SubstanceName = allergy.Text("名称") ?? "", SubstanceCode = allergy.Text("编码") ?? "", Withdrawn = allergy.Is("撤销") };
    }

    private static Weight Weight(JsonElement told)
    {
        if (told.ValueKind == JsonValueKind.String)
            return new Weight { Grams = Grams(told.ToString()) };
        var weight = new WardEntry(told, "体重", "体重", "新生儿", "身高");
        return new Weight
        {
            Grams = Grams(weight.Text("体重")!),
            InfantNo = weight.Text("新生儿") ?? "",
            HeightMillimetres = weight.Text("身高") is { } height ? Millimetres(height) : 0,
        };
    }

    private static LaboratoryValue Laboratory(WardEntry told) =>
        new() { Code = told.Text("编码") ?? "", Name = told.Text("名称") ?? "", Value = told.Text("结果") ?? "", Unit = told.Text("单位") ?? "" };

    private static Birth Birth(WardEntry told) => new()
    {
        InfantNo = told.Text("新生儿"),
        Sex = told.Text("性别") switch { "男" => Sex.Male, "女" => Sex.Female, _ => Sex.Unknown },
        WeightGrams = told.Text("体重") is { } weight ? Grams(weight) : 0,
    };

    private static Transfer Transfer(JsonElement told)
    {
        if (told.ValueKind == JsonValueKind.String)
            return new Transfer { Department = told.ToString() };
        var to = new WardEntry(told, "转科", "科室", "病区", "床位", "主管医师");
        return new Transfer { Department = to.Text("科室"), Ward = to.Text("病区") ?? "", Bed = to.Text("床位") ?? "", AttendingDoctor = to.Text("主管医师") ?? "" };
    }

    private ChangeInsurance Insurance(JsonElement told)
    {
        if (told.ValueKind == JsonValueKind.String)
            return new ChangeInsurance { Insutype = catalogue.Insurance(told.ToString()) };
        var changed = new WardEntry(told, "变更险种", "险种", "生效");
        return new ChangeInsurance { Insutype = catalogue.Insurance(changed.Text("险种")!), EffectiveFrom = changed.Text("生效") is { } from ? time.Of(from, "00:00") : null };
    }

    private static LeavePathway Leaving(JsonElement told)
    {
        if (told.ValueKind == JsonValueKind.String)
            return new LeavePathway { Pathway = told.ToString() };
        var left = new WardEntry(told, "出径", "路径", "完成", "原因");
        return new LeavePathway { Pathway = left.Text("路径") ?? "", Completed = left.Is("完成"), Reason = left.Text("原因") ?? "" };
    }

    private static GiveBudget Budget(WardEntry told) => new()
    {
        GroupCode = told.Text("病组"),
        GroupName = told.Text("名称") ?? "",
        PaymentStandard = told.Text("支付标准"),
        StandardCost = told.Text("标准成本"),
        Source = "病房病例",
    };

    private static (string Code, string Name)? Coded(JsonElement told) =>
        told.ToString().Split(' ', 2) is [var code, var name] ? (code, name) : null;

    private static int Grams(string weight) => weight.EndsWith("kg", StringComparison.Ordinal)
        ? (int)(decimal.Parse(weight[..^2], CultureInfo.InvariantCulture) * 1000)
        : int.Parse(weight[..^1], CultureInfo.InvariantCulture);

    /// <summary>"100cm".</summary>
    private static int Millimetres(string height) => (int)(decimal.Parse(height[..^2], CultureInfo.InvariantCulture) * 10);
}
