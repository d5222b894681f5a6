using System.Collections.Frozen;

namespace OrderCheck.Core.Settlement;

/// <summary>
/// The fields of the list that rows may require, by the name that the form gives them (医保办发〔2021〕34号, 填写规范). Of a field
/// of a diagnosis, an operation and the like every one on the list must have it.
/// </summary>
public static class SettlementFields
{
    private static readonly FrozenDictionary<string, Func<SettlementList, bool>> Kept = new Dictionary<string, Func<SettlementList, bool>>
    {
        ["性别"] = static list => list.Patient.Sex is not null,
        ["出生日期"] = static list => list.Patient.BirthTime is not null,
        ["年龄"] = static list => (list.Patient.AgeYears ?? list.Patient.AgeDays) is not null,
        ["不足一周岁的年龄"] = static list => list.Patient.AgeDays is not null,
        ["新生儿出生体重"] = static list => list.Patient.BirthWeightGrams is not null,
        ["新生儿入院体重"] = static list => list.Patient.AdmissionWeightGrams is not null,
        ["医保类型"] = static list => list.Patient.InsuType is not null,
        ["住院医疗类型"] = static list => list.Stay.MedType is not null,
        ["入院途径"] = static list => list.Stay.WayOfAdmission is not null,
        ["入院时间"] = static list => list.Stay.AdmittedAt is not null,
        ["入院科别"] = static list => list.Stay.AdmissionDepartment is not null,
        ["出院时间"] = static list => list.Stay.DischargedAt is not null,
        ["出院科别"] = static list => list.Stay.DischargeDepartment is not null,
        ["离院方式"] = static list => list.Stay.WayOfDischarge is not null,
        ["实际住院天数"] = static list => list.Stay.Days is not null,
        ["主诊医师代码"] = static list => list.Stay.ChiefDoctor is not null,
        ["主要诊断"] = static list => list.Diagnoses.Any(static diagnosis => diagnosis.Principal),
        ["诊断名称"] = static list => list.Diagnoses.All(static diagnosis => diagnosis.Name is not null),
        ["入院病情"] = static list => list.Diagnoses.All(static diagnosis => diagnosis.OnAdmission is not null),
        ["主要手术及操作"] = static list => list.Procedures.Any(static procedure => procedure.Principal),
        ["手术及操作日期"] = static list => list.Procedures.All(static procedure => procedure.BeganAt is not null),
        ["术者医师代码"] = static list => list.Procedures.All(static procedure => procedure.Surgeon is not null),
        ["麻醉医师代码"] = static list => list.Procedures.All(static procedure => procedure.Anaesthesia is null || procedure.Anaesthetist is not null),
        ["进重症监护室时间"] = static list => list.CareUnits.All(static unit => unit.EnteredAt is not null),
        ["出重症监护室时间"] = static list => list.CareUnits.All(static unit => unit.LeftAt is not null),
        ["输血量"] = static list => list.Blood.All(static blood => blood.Quantity is not null),
        ["输血计量单位"] = static list => list.Blood.All(static blood => blood.Unit is not null),
        ["金额合计"] = static list => list.Money.Total is not null,
        ["收费项目类别"] = static list => list.Categories.Count > 0,
        ["基金支付金额"] = static list => list.Money.Funds is not null,
        ["个人账户支出"] = static list => list.Money.Account is not null,
        ["个人现金支付"] = static list => list.Money.Cash is not null,
        ["个人自付"] = static list => list.Money.OwnShare is not null,
        ["个人自费"] = static list => list.Money.SelfPaid is not null,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The form's name of a field that OrderCheck does not keep to NHSA's name of it in 4101.</summary>
    private static readonly FrozenDictionary<string, string> ToldOf = new Dictionary<string, string>
    {
        ["清单流水号"] = "setl_list_sn",
        ["病案号"] = "medcasno",
        ["申报时间"] = "dcla_time",
        ["姓名"] = "psn_name",
        ["国籍"] = "ntly",
        ["民族"] = "naty",
        ["患者证件类别"] = "patn_cert_type",
        ["患者证件号码"] = "certno",
        ["职业"] = "prfs",
        ["现住址"] = "curr_addr",
        ["联系人姓名"] = "coner_name",
        ["与患者关系"] = "patn_rlts",
        ["联系人地址"] = "coner_addr",
        ["联系人电话"] = "coner_tel",
        ["参保地"] = "insuplc",
        ["新生儿入院类型"] = "nwb_adm_type",
        ["治疗类别"] = "trt_type",
        ["门急诊诊断"] = "otp_wm_dise",
        ["拟接收机构名称"] = "acp_medins_name",
        ["责任护士代码"] = "resp_nurs_code",
        ["票据代码"] = "bill_code",
        ["票据号码"] = "bill_no",
        ["业务流水号"] = "biz_sn",
        ["结算开始日期"] = "setl_begn_date",
        ["结算结束日期"] = "setl_end_date",
        ["医保支付方式"] = "hi_paymtd",
        ["定点医疗机构填报部门"] = "medins_fill_dept",
        ["定点医疗机构填报人"] = "medins_fill_psn",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a row may require, as the form calls it.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Kept.Keys.Concat(ToldOf.Keys).Order(StringComparer.Ordinal)];

    /// <summary>NHSA's names of the fields of which a report says only that they are filled in.</summary>
    public static IReadOnlyList<string> Unkept { get; } = [.. ToldOf.Values.Order(StringComparer.Ordinal)];

    /// <summary>The same as the form calls them.</summary>
    public static IReadOnlyList<string> UnkeptNames { get; } = [.. ToldOf.Keys.Order(StringComparer.Ordinal)];

    /// <summary>NHSA's name of such a field; null where the form has none of that name.</summary>
    public static string? UnkeptNameOf(string name) => ToldOf.GetValueOrDefault(name);

    /// <exception cref="ArgumentException">The form has no such field.</exception>
    public static bool Has(SettlementList list, string name)
    {
        if (Kept.TryGetValue(name, out var has))
            return has(list);
        return ToldOf.TryGetValue(name, out var told) ? list.Filled.Contains(told) : throw new ArgumentException($"'{name}' is no field of a settlement list.");
    }
}
