using System.Collections.Frozen;

namespace OrderCheck.Core.Regions;

/// <summary>
/// All 150 fields of NHSA's transactions 3101, 3102 and 3103 by node: those that are read or written, and of those that are not
/// the reason why.
/// </summary>
public static class NhsaFields
{
    /// <summary>The field is read, or written.</summary>
    private const string? Used = null;

    /// <summary>By node and field: null where it is used, else why it is not.</summary>
    public static FrozenDictionary<string, FrozenDictionary<string, string?>> Nodes { get; } = new Dictionary<string, FrozenDictionary<string, string?>>
    {
        // Around every transaction's input.
        ["envelope"] = Fields(
            ("infno", Used),
            ("msgid", Used),
            ("mdtrtarea_admvs", "for the bureau's routing; relayed as it came"),
            ("insuplc_admdvs", "for the bureau's routing; relayed as it came"),
            ("recer_sys_code", "for the bureau's routing; relayed as it came"),
            ("dev_no", "the device is not ours to know"),
            ("dev_safe_info", "the device is not ours to know"),
            ("cainfo", "a signature for the bureau; callers are known by their key"),
            ("signtype", "a signature for the bureau; callers are known by their key"),
            ("infver", "one form is understood, whatever it is called"),
            ("opter_type", Used),
            ("opter", Used),
            ("opter_name", "a person's name; the staff code is kept"),
            ("inf_time", Used),
            ("fixmedins_code", Used),
            ("fixmedins_name", "the hospital is known by its key"),
            ("sign_no", "of a session with the bureau; relayed as it came"),
            ("input", Used)),
        // input.data of 3101 and 3102.
        ["data"] = Fields(
            ("syscode", "the caller is known by its key"),
            ("patient_dtos", Used),
            ("rule_ids", "which rules apply is the release's to say: a caller cannot leave one out"),
            ("task_id", Used),
            ("trig_scen", Used)),
        ["patient_dtos"] = Fields(
            ("patn_id", Used),
            ("patn_name", Used),
            ("gend", Used),
            ("brdy", Used),
            ("poolarea", "no rule reads it"),
            ("curr_mdtrt_id", Used),
            ("fsi_encounter_dtos", Used),
            ("fsi_his_data_dto", "the specification does not say what is in it")),
        ["fsi_encounter_dtos"] = Fields(
            ("mdtrt_id", Used),
            ("medins_id", "the hospital is known by its key"),
            ("medins_name", "the hospital is known by its key"),
            ("medins_admdvs", "the hospital is known by its key"),
            ("medins_type", Used),
            ("medins_lv", Used),
            ("wardarea_codg", Used),
            ("wardno", "a room; no rule reads it"),
            ("bedno", Used),
            ("adm_date", Used),
            ("dscg_date", Used),
            ("dscg_main_dise_codg", Used),
            ("dscg_main_dise_name", Used),
            ("fsi_diagnose_dtos", Used),
            ("dr_codg", Used),
            ("adm_dept_codg", Used),
            ("adm_dept_name", "a name; the code is read"),
            ("dscg_dept_codg", Used),
            ("dscg_dept_name", "a name; the code is read"),
            ("med_mdtrt_type", Used),
            ("med_type", Used),
            ("fsi_order_dtos", Used),
            ("matn_stas", Used),
            ("medfee_sumamt", "a sum of the stay as the HIS has it; totals here are a fold over the lines"),
            ("ownpay_amt", "a sum of the stay as the HIS has it; totals here are a fold over the lines"),
            ("selfpay_amt", "a sum of the stay as the HIS has it; totals here are a fold over the lines"),
            ("acct_payamt", "a sum of the stay as the HIS has it; totals here are a fold over the lines"),
            ("ma_amt", "a sum of the stay as the HIS has it; totals here are a fold over the lines"),
            ("hifp_payamt", "a sum of the stay as the HIS has it; totals here are a fold over the lines"),
            ("setl_totlnum", "no rule reads it"),
            ("insutype", Used),
            ("reim_flag", Used),
            ("out_setl_flag", "no rule reads it, and its codes clash between regions"),
            ("fsi_operation_dtos", Used)),
        ["fsi_diagnose_dtos"] = Fields(
            ("dise_id", Used),
            ("inout_dise_type", Used),
            ("maindise_flag", Used),
            ("dias_srt_no", "the order of diagnoses is nothing that a rule reads"),
            ("dise_codg", Used),
            ("dise_name", Used),
            ("dise_date", Used)),
        ["fsi_order_dtos"] = Fields(
            ("rx_id", Used),
            ("rxno", Used),
            ("grpno", Used),
            ("long_drord_flag", Used),
            ("hilist_type", Used),
            ("chrg_type", "the catalogue's charge category is used"),
            ("drord_bhvr", Used),
            ("hilist_code", Used),
            ("hilist_name", Used),
            ("hilist_dosform", "of the catalogue"),
            ("hilist_lv", "of the catalogue: class 甲, 乙, 丙 is dated there"),
            ("hilist_pric", "of the catalogue; the line's own price is read"),
            ("lv1_hosp_item_pric", "of the catalogue; the line's own price is read"),
            ("lv2_hosp_item_pric", "of the catalogue; the line's own price is read"),
            ("lv3_hosp_item_pric", "of the catalogue; the line's own price is read"),
            ("hilist_memo", "the limit's sentence is the release's to say"),
            ("hosplist_code", Used),
            ("hosplist_name", Used),
            ("hosplist_dosform", "of the hospital's dictionary"),
            ("cnt", Used),
            ("pric", Used),
            ("sumamt", Used),
            ("ownpay_amt", "own share is computed by insurance, level and date"),
            ("selfpay_amt", "own share is computed by insurance, level and date"),
            ("spec", "of the catalogue"),
            ("spec_unt", Used),
            ("drord_begn_date", Used),
            ("drord_stop_date", Used),
            ("drord_dept_codg", Used),
            ("drord_dept_name", "a name; the code is read"),
            ("drord_dr_codg", Used),
            ("drord_dr_name", "a person's name; the code is read"),
            ("drord_dr_profttl", Used),
            ("curr_drord_flag", Used)),
        ["fsi_operation_dtos"] = Fields(
            ("setl_list_oprn_id", Used),
            ("oprn_code", Used),
            ("oprn_name", Used),
            ("main_oprn_flag", Used),
            ("oprn_date", Used),
            ("anst_way", "no rule reads it"),
            ("oper_dr_name", "a person's name; the code is read"),
            ("oper_dr_code", Used),
            ("anst_dr_name", "a person's name"),
            ("anst_dr_code", "no rule reads it")),
        ["3103.data"] = Fields(
            ("warn_type", Used),
            ("warns", Used)),
        ["3103.warns"] = Fields(
            ("warn_rslt_id", Used),
            ("dspo_way", Used),
            ("dspo_way_rea", Used)),
        // Written, around the output.
        ["answer"] = Fields(
            ("infcode", Used),
            ("inf_refmsgid", Used),
            ("refmsg_time", Used),
            ("respond_time", Used),
            ("enctype", "answers are not encrypted"),
            ("signtype", "answers are not signed"),
            ("err_msg", Used),
            ("warn_msg", Used),
            ("cainfo", "answers are not signed"),
            ("output", Used)),
        // Written.
        ["result"] = Fields(
            ("jr_id", Used),
            ("rule_id", Used),
            ("rule_name", Used),
            ("vola_cont", Used),
            ("patn_id", Used),
            ("mdtrt_id", Used),
            ("judge_result_detail_dtos", Used),
            ("vola_amt", Used),
            ("vola_amt_stas", Used),
            ("sev_deg", Used),
            ("vola_evid", Used),
            ("vola_bhvr_type", Used),
            ("task_id", Used)),
        // Written.
        ["judge_result_detail_dtos"] = Fields(
            ("jrd_id", Used),
            ("patn_id", Used),
            ("mdtrt_id", Used),
            ("rx_id", Used),
            ("vola_item_type", Used),
            ("vola_amt", Used)),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static FrozenDictionary<string, string?> Fields(params (string Name, string? WhyNot)[] fields) =>
        fields.ToFrozenDictionary(field => field.Name, field => field.WhyNot, StringComparer.Ordinal);
}
