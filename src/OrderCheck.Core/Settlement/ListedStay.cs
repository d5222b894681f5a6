namespace OrderCheck.Core.Settlement;

/// <summary>三、住院诊疗信息, but for its lists. Null: not filled in.</summary>
public sealed record ListedStay
{
    /// <summary>ipt_med_type, as NHSA med_type.</summary>
    public string? MedType { get; init; }

    /// <summary>adm_way (入院途径).</summary>
    public string? WayOfAdmission { get; init; }

    /// <summary>adm_time.</summary>
    public DateTimeOffset? AdmittedAt { get; init; }

    /// <summary>adm_caty (入院科别).</summary>
    public string? AdmissionDepartment { get; init; }

    /// <summary>dscg_time.</summary>
    public DateTimeOffset? DischargedAt { get; init; }

    /// <summary>dscg_caty (出院科别).</summary>
    public string? DischargeDepartment { get; init; }

    /// <summary>dscg_way (离院方式): 1 医嘱离院, 2 医嘱转院, 3 医嘱转社区卫生服务机构, 4 非医嘱离院, 5 死亡, 9 其他.</summary>
    public string? WayOfDischarge { get; init; }

    /// <summary>act_ipt_days (实际住院天数).</summary>
    public int? Days { get; init; }

    /// <summary>chfpdr_code (主诊医师).</summary>
    public string? ChiefDoctor { get; init; }
}
