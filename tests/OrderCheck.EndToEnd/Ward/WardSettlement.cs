using System.Globalization;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using OrderCheck.Protocol.V1;

namespace OrderCheck.EndToEnd.Ward;

/// <summary>结算清单 and 上传费用 as the HIS reports them; what a history leaves out is not filled in.</summary>
internal sealed class WardSettlement(WardCatalogue catalogue, WardTime time)
{
    /// <summary>NHSA's names of the fields of which a report says that they are filled in.</summary>
    private static readonly Dictionary<string, string> Fields = new()
    {
        ["参保地"] = "insuplc",
        ["姓名"] = "psn_name",
        ["患者证件类别"] = "patn_cert_type",
        ["患者证件号码"] = "certno",
        ["病案号"] = "medcasno",
        ["国籍"] = "ntly",
        ["民族"] = "naty",
        ["责任护士代码"] = "resp_nurs_code",
        ["新生儿入院类型"] = "nwb_adm_type",
        ["拟接收机构名称"] = "acp_medins_name",
    };

    public SettlementList List(JsonElement written)
    {
        var told = new WardEntry(
            written, "结算清单", "性别", "年龄", "日龄", "出生年龄", "出生体重", "入院体重", "险种", "就医方式", "入院途径", "入院", "入院科别", "出院", "出院科别", "离院方式",
            "住院天数", "主诊医师", "合计", "基金", "账户", "现金", "自付", "自费", "诊断", "手术", "类别", "已填", "撤销");
        var list = new SettlementList
        {
            Sex = told.Text("性别") switch { "男" => Sex.Male, "女" => Sex.Female, _ => Sex.Unknown },
            BirthTime = told.Text("出生年龄") is { } born ? time.Birth(born) : null,
            BirthWeightGrams = Whole(told, "出生体重"),
            AdmissionWeightGrams = Whole(told, "入院体重"),
            Insutype = told.Text("险种") is { } insurance ? catalogue.Insurance(insurance) : "",
            MedType = told.Text("就医方式") is { } visited ? catalogue.MedType(visited) : "",
            WayOfAdmission = told.Text("入院途径") ?? "",
            AdmittedAt = At(told, "入院"),
            AdmissionDepartment = told.Text("入院科别") ?? "",
            DischargedAt = At(told, "出院"),
            DischargeDepartment = told.Text("出院科别") ?? "",
            WayOfDischarge = told.Text("离院方式") ?? "",
            StayDays = Whole(told, "住院天数"),
            ChiefDoctor = told.Text("主诊医师") ?? "",
            Total = told.Text("合计") ?? "",
            FundPayment = told.Text("基金") ?? "",
            AccountPayment = told.Text("账户") ?? "",
            CashPayment = told.Text("现金") ?? "",
            OwnShare = told.Text("自付") ?? "",
            SelfPaid = told.Text("自费") ?? "",
            Withdrawn = told.Is("撤销"),
        };
        if (told.Has("年龄"))
            list.AgeYears = Whole(told, "年龄");
        if (told.Has("日龄"))
            list.AgeDays = Whole(told, "日龄");
        list.Diagnoses.AddRange(told.Each("诊断").Select(Diagnosis));
        list.Procedures.AddRange(told.Each("手术").Select(Procedure));
        list.Categories.AddRange(told.Each("类别").Select(Category));
        list.Filled.AddRange(told.Texts("已填").Select(field => Fields[field]));
        return list;
    }

    public static UploadCharges Upload(JsonElement told) => new() { ChargeIds = { WardEntry.Each(told).Select(id => id.ToString()) } };

    private static ListedDiagnosis Diagnosis(JsonElement written)
    {
        var told = new WardEntry(written, "清单的诊断", "编码", "名称", "主要", "入院病情");
        return new ListedDiagnosis { Code = told.Text("编码") ?? "", Name = told.Text("名称") ?? "", Principal = told.Is("主要"), OnAdmission = told.Text("入院病情") ?? "" };
    }

    private ListedProcedure Procedure(JsonElement written)
    {
        var told = new WardEntry(written, "清单的手术", "编码", "名称", "主要", "开始", "结束", "术者", "麻醉方式", "麻醉医师");
        return new ListedProcedure
        {
            Code = told.Text("编码") ?? "",
            Name = told.Text("名称") ?? "",
            Principal = told.Is("主要"),
            BeganAt = At(told, "开始"),
            EndedAt = At(told, "结束"),
            Surgeon = told.Text("术者") ?? "",
            Anaesthesia = told.Text("麻醉方式") ?? "",
            Anaesthetist = told.Text("麻醉医师") ?? "",
        };
    }

    private static ListedCategory Category(JsonElement written)
    {
        var told = new WardEntry(written, "清单的类别", "类别", "金额");
        return new ListedCategory { MedChrgitmType = told.Text("类别") ?? "", Amount = told.Text("金额") ?? "" };
    }

    private Timestamp? At(WardEntry told, string name) => told.Text(name) is { } at ? time.Of(at) : null;

    private static int Whole(WardEntry told, string name) => told.Text(name) is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : 0;
}
