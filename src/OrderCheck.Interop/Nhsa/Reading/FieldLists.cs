using OrderCheck.Core.Regions;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>
/// Which fields of each node are read, in the order of the node's enum. Those that are not are in <see cref="NhsaFields"/> with the
/// reason. Lengths are the specification's; a longer text is counted and kept.
/// </summary>
internal static class FieldLists
{
    public static FieldList Envelope { get; } = new(
        "envelope",
        [
            new("infno", true, 4),
            new("msgid", true, 30),
            new("opter_type", true, 3),
            new("opter", true, 30),
            new("inf_time", true, 0),
            new("fixmedins_code", true, 12),
            new("input", true, 0),
        ]);

    public static FieldList Data { get; } = new(
        "data",
        [
            new("patient_dtos", true, 0),
            new("task_id", false, 0),
            new("trig_scen", false, 3),
        ],
        ["data", "fsi_encounter_dtos", "fsi_diagnose_dtos", "fsi_order_dtos", "fsi_operation_dtos"]);

    public static FieldList Patient { get; } = new(
        "patient_dtos",
        [
            new("patn_id", true, 50),
            new("patn_name", true, 50),
            new("gend", true, 3),
            new("brdy", true, 0),
            new("curr_mdtrt_id", true, 50),
            new("fsi_encounter_dtos", true, 0),
        ],
        ["fsi_diagnose_dtos", "fsi_order_dtos", "fsi_operation_dtos"]);

    public static FieldList Visit { get; } = new(
        "fsi_encounter_dtos",
        [
            new("mdtrt_id", true, 50),
            new("medins_type", true, 3),
            new("medins_lv", true, 3),
            new("wardarea_codg", false, 20),
            new("bedno", false, 20),
            new("adm_date", true, 0),
            new("dscg_date", true, 0),
            new("dscg_main_dise_codg", true, 20),
            new("dscg_main_dise_name", true, 50),
            new("fsi_diagnose_dtos", true, 0),
            new("dr_codg", true, 20),
            new("adm_dept_codg", true, 20),
            new("dscg_dept_codg", true, 20),
            new("med_mdtrt_type", true, 3),
            new("med_type", true, 3),
            new("fsi_order_dtos", true, 0),
            new("matn_stas", true, 3),
            new("insutype", true, 3),
            new("reim_flag", true, 3),
            new("fsi_operation_dtos", false, 0),
        ],
        ["patn_id"]);

    public static FieldList Diagnosis { get; } = new(
        "fsi_diagnose_dtos",
        [
            new("dise_id", true, 50),
            new("inout_dise_type", true, 3),
            new("maindise_flag", true, 3),
            new("dise_codg", true, 30),
            new("dise_name", true, 200),
            new("dise_date", true, 0),
        ],
        ["mdtrt_id"]);

    public static FieldList Line { get; } = new(
        "fsi_order_dtos",
        [
            new("rx_id", true, 50),
            new("rxno", true, 20),
            new("grpno", false, 20),
            new("long_drord_flag", true, 3),
            new("hilist_type", true, 3),
            new("drord_bhvr", true, 3),
            new("hilist_code", true, 20),
            new("hilist_name", true, 50),
            new("hosplist_code", true, 20),
            new("hosplist_name", true, 50),
            new("cnt", true, 0),
            new("pric", true, 0),
            new("sumamt", true, 0),
            new("spec_unt", true, 20),
            new("drord_begn_date", true, 0),
            new("drord_stop_date", false, 0),
            new("drord_dept_codg", true, 30),
            new("drord_dr_codg", true, 30),
            new("drord_dr_profttl", true, 3),
            new("curr_drord_flag", true, 3),
        ],
        ["mdtrt_id"]);

    public static FieldList Operation { get; } = new(
        "fsi_operation_dtos",
        [
            new("setl_list_oprn_id", true, 30),
            new("oprn_code", false, 30),
            new("oprn_name", false, 500),
            new("main_oprn_flag", true, 3),
            new("oprn_date", false, 0),
            new("oper_dr_code", false, 30),
        ],
        ["mdtrt_id"]);

    public static FieldList Feedback { get; } = new(
        "3103.data",
        [
            new("warn_type", true, 3),
            new("warns", true, 0),
        ],
        ["data"]);

    public static FieldList Warning { get; } = new(
        "3103.warns",
        [
            new("warn_rslt_id", true, 50),
            new("dspo_way", true, 3),
            new("dspo_way_rea", false, 500),
        ]);
}
