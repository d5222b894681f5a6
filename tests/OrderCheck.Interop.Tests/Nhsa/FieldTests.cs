using OrderCheck.Core.Regions;
using OrderCheck.Interop.Nhsa.Reading;
using OrderCheck.Interop.Nhsa.Wire;
using Xunit;

namespace OrderCheck.Interop.Tests.Nhsa;

public sealed class FieldTests
{
    /// <summary>The specification's, copied out: node and fields.</summary>
    private static readonly Dictionary<string, string> Specified = new()
    {
        ["envelope"] = "infno msgid mdtrtarea_admvs insuplc_admdvs recer_sys_code dev_no dev_safe_info cainfo signtype infver opter_type opter opter_name inf_time fixmedins_code fixmedins_name sign_no input",
        ["data"] = "syscode patient_dtos rule_ids task_id trig_scen",
        ["patient_dtos"] = "patn_id patn_name gend brdy poolarea curr_mdtrt_id fsi_encounter_dtos fsi_his_data_dto",
        ["fsi_encounter_dtos"] = "mdtrt_id medins_id medins_name medins_admdvs medins_type medins_lv wardarea_codg wardno bedno adm_date dscg_date dscg_main_dise_codg dscg_main_dise_name fsi_diagnose_dtos dr_codg adm_dept_codg adm_dept_name dscg_dept_codg dscg_dept_name med_mdtrt_type med_type fsi_order_dtos matn_stas medfee_sumamt ownpay_amt selfpay_amt acct_payamt ma_amt hifp_payamt setl_totlnum insutype reim_flag out_setl_flag fsi_operation_dtos",
        ["fsi_diagnose_dtos"] = "dise_id inout_dise_type maindise_flag dias_srt_no dise_codg dise_name dise_date",
        ["fsi_order_dtos"] = "rx_id rxno grpno long_drord_flag hilist_type chrg_type drord_bhvr hilist_code hilist_name hilist_dosform hilist_lv hilist_pric lv1_hosp_item_pric lv2_hosp_item_pric lv3_hosp_item_pric hilist_memo hosplist_code hosplist_name hosplist_dosform cnt pric sumamt ownpay_amt selfpay_amt spec spec_unt drord_begn_date drord_stop_date drord_dept_codg drord_dept_name drord_dr_codg drord_dr_name drord_dr_profttl curr_drord_flag",
        ["fsi_operation_dtos"] = "setl_list_oprn_id oprn_code oprn_name main_oprn_flag oprn_date anst_way oper_dr_name oper_dr_code anst_dr_name anst_dr_code",
        ["result"] = "jr_id rule_id rule_name vola_cont patn_id mdtrt_id judge_result_detail_dtos vola_amt vola_amt_stas sev_deg vola_evid vola_bhvr_type task_id",
        ["judge_result_detail_dtos"] = "jrd_id patn_id mdtrt_id rx_id vola_item_type vola_amt",
        ["3103.data"] = "warn_type warns",
        ["3103.warns"] = "warn_rslt_id dspo_way dspo_way_rea",
        ["answer"] = "infcode inf_refmsgid refmsg_time respond_time enctype signtype err_msg warn_msg cainfo output",
    };

    private static readonly FieldList[] Read =
    [
        FieldLists.Envelope, FieldLists.Data, FieldLists.Patient, FieldLists.Visit, FieldLists.Diagnosis, FieldLists.Line, FieldLists.Operation, FieldLists.Feedback,
        FieldLists.Warning,
    ];

    [Fact]
    public void All_150_fields_of_the_specification_are_known_and_no_other()
    {
        var specified = Specified.SelectMany(node => node.Value.Split(' ').Select(field => $"{node.Key}.{field}")).Order(StringComparer.Ordinal).ToList();
        var known = NhsaFields.Nodes.SelectMany(node => node.Value.Keys.Select(field => $"{node.Key}.{field}")).Order(StringComparer.Ordinal);

        Assert.Equal(150, specified.Count);
        Assert.Equal(specified, known);
    }

    [Fact]
    public void A_field_is_read_or_the_table_says_why_it_is_not()
    {
        foreach (var list in Read)
        {
            var used = NhsaFields.Nodes[list.Node].Where(field => field.Value is null).Select(field => field.Key).Order(StringComparer.Ordinal);
            Assert.Equal(used, list.Fields.Select(field => field.Name).Order(StringComparer.Ordinal));
        }
        Assert.All(NhsaFields.Nodes.Values.SelectMany(node => node.Values), why => Assert.True(why is null or { Length: > 8 }));
    }

    [Fact]
    public void The_types_that_requests_are_deserialised_to_have_each_field_of_their_node_and_beside_them_what_is_tolerated_there()
    {
        foreach (var (type, node) in RegionNames.NodeOf)
        {
            var members = NhsaWire.Default.GetTypeInfo(type)!.Properties.Where(member => !member.IsExtensionData && member.Set is not null).Select(member => member.Name);
            var tolerated = Read.Single(list => list.Node == node).Tolerated ?? [];

            Assert.Equal(NhsaFields.Nodes[node].Keys.Concat(tolerated).Order(StringComparer.Ordinal), members.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void The_lists_have_the_order_of_the_enums_that_name_their_fields()
    {
        Assert.Equal(Enum.GetValues<LineField>().Length, FieldLists.Line.Count);
        Assert.Equal(Enum.GetValues<VisitField>().Length, FieldLists.Visit.Count);
        Assert.Equal("curr_drord_flag", FieldLists.Line.Fields[(int)LineField.Current].Name);
        Assert.Equal("fsi_operation_dtos", FieldLists.Visit.Fields[(int)VisitField.Operations].Name);
        Assert.Equal("dise_date", FieldLists.Diagnosis.Fields[(int)DiagnosisField.At].Name);
        Assert.Equal("input", FieldLists.Envelope.Fields[(int)EnvelopeField.Input].Name);
    }
}
