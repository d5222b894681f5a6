using System.Globalization;
using System.Text.Json.Nodes;
using OrderCheck.EndToEnd.Story;
using OrderCheck.Tests;

namespace OrderCheck.EndToEnd.Nhsa;

/// <summary>A stay as a HIS tells it in a 3101, line by line: what was ordered before, and what is asked about.</summary>
internal sealed class NhsaStory
{
    public static readonly TimeSpan China = TimeSpan.FromHours(8);

    private readonly JsonArray _lines = [];
    private readonly string _visit;
    private readonly string _hospital;

    private NhsaStory(string visit, string hospital) => (_visit, _hospital) = (visit, hospital);

    public string Scenario { get; init; } = "5";

    public string Sex { get; init; } = "1";

    public string Name { get; init; } = Facts.PatientName;

    /// <summary>The doctor at the screen.</summary>
    public string Operator { get; init; } = "D001";

    public static NhsaStory Of(string visit, string hospital, string scenario = "5", string sex = "1", string? name = null, string person = "D001")
    {
        TestPatients.Add(Facts.PatientName, Facts.PatientNumber(visit));
        return new NhsaStory(visit, hospital) { Scenario = scenario, Sex = sex, Name = name ?? Facts.PatientName, Operator = person };
    }

    /// <summary>A line that is not asked about.</summary>
    public NhsaStory Before(string id, string item, string quantity = "1") => Line(id, item, quantity, current: "0");

    /// <summary>A line that is asked about.</summary>
    public NhsaStory Asking(string id, string item, string quantity = "1") => Line(id, item, quantity, current: "1");

    public JsonObject Build() => Envelope("3101", new JsonObject
    {
        ["data"] = new JsonObject
        {
            ["syscode"] = "HIS",
            ["task_id"] = "T-" + _visit,
            ["trig_scen"] = Scenario,
            ["rule_ids"] = new JsonArray(),
            ["patient_dtos"] = new JsonArray(new JsonObject
            {
                ["patn_id"] = Facts.PatientNumber(_visit),
                ["patn_name"] = Name,
                ["gend"] = Sex,
                ["brdy"] = Facts.AdmittedAt.AddYears(-60).AddDays(-40).ToOffset(China).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["poolarea"] = "330100",
                ["curr_mdtrt_id"] = _visit,
                ["fsi_encounter_dtos"] = new JsonArray(Encounter()),
            }),
        },
    });

    /// <summary>The 3103 that answers rows of an answer.</summary>
    public JsonObject Telling(params (string RowId, string Way, string Reason)[] warnings) => Envelope("3103", new JsonObject
    {
        ["data"] = new JsonObject
        {
            ["warn_type"] = "1",
            ["warns"] = new JsonArray([.. warnings.Select(static one => (JsonNode)new JsonObject
            {
                ["warn_rslt_id"] = one.RowId,
                ["dspo_way"] = one.Way,
                ["dspo_way_rea"] = one.Reason,
            })]),
        },
    });

    private JsonObject Encounter() => new()
    {
        ["mdtrt_id"] = _visit,
        ["medins_id"] = _hospital,
        ["medins_name"] = "端到端测试医院",
        ["medins_admdvs"] = "330100",
        ["medins_type"] = "A1",
        ["medins_lv"] = "03",
        ["wardarea_codg"] = "W03",
        ["bedno"] = "01",
        ["adm_date"] = Time(Facts.AdmittedAt),
        ["dscg_date"] = Time(Facts.Now),
        ["dscg_main_dise_codg"] = "I63.900",
        ["dscg_main_dise_name"] = "脑梗死",
        ["fsi_diagnose_dtos"] = new JsonArray(new JsonObject
        {
            ["dise_id"] = "DX1",
            ["inout_dise_type"] = "1",
            ["maindise_flag"] = "1",
            ["dias_srt_no"] = "1",
            ["dise_codg"] = "I63.900",
            ["dise_name"] = "脑梗死",
            ["dise_date"] = Time(Facts.AdmittedAt.AddHours(1)),
        }),
        ["dr_codg"] = "D001",
        ["adm_dept_codg"] = "A03.04",
        ["adm_dept_name"] = "神经内科",
        ["dscg_dept_codg"] = "A03.04",
        ["dscg_dept_name"] = "神经内科",
        ["med_mdtrt_type"] = "2",
        ["med_type"] = "21",
        ["fsi_order_dtos"] = _lines.DeepClone(),
        ["matn_stas"] = "",
        ["medfee_sumamt"] = 100,
        ["ownpay_amt"] = 0,
        ["selfpay_amt"] = 0,
        ["setl_totlnum"] = 0,
        ["insutype"] = "310",
        ["reim_flag"] = "1",
        ["out_setl_flag"] = "0",
    };

    private NhsaStory Line(string id, string item, string quantity, string current)
    {
        _lines.Add(new JsonObject
        {
            ["rx_id"] = id,
            ["rxno"] = "",
            ["grpno"] = "",
            ["long_drord_flag"] = "0",
            ["hilist_type"] = "201",
            ["chrg_type"] = "05",
            ["drord_bhvr"] = "0",
            ["hilist_code"] = item,
            ["hilist_name"] = "测试医嘱",
            ["hilist_lv"] = "01",
            ["hilist_pric"] = 10,
            ["hosplist_code"] = "",
            ["hosplist_name"] = "",
            ["cnt"] = quantity,
            ["pric"] = 10,
            ["sumamt"] = 10,
            ["ownpay_amt"] = 0,
            ["selfpay_amt"] = 0,
            ["spec"] = "-",
            ["spec_unt"] = "次",
            ["drord_begn_date"] = Time(Facts.Now),
            ["drord_dept_codg"] = "A03.04",
            ["drord_dept_name"] = "神经内科",
            ["drord_dr_codg"] = "D001",
            ["drord_dr_name"] = "",
            ["drord_dr_profttl"] = "",
            ["curr_drord_flag"] = current,
        });
        return this;
    }

    private JsonObject Envelope(string number, JsonObject input) => new()
    {
        ["infno"] = number,
        ["msgid"] = $"{_hospital}202603150840120001",
        ["mdtrtarea_admvs"] = "330100",
        ["insuplc_admdvs"] = "330100",
        ["recer_sys_code"] = "OC",
        ["infver"] = "V1.0",
        ["opter_type"] = "1",
        ["opter"] = Operator,
        ["opter_name"] = "",
        ["inf_time"] = Time(Facts.Now),
        ["fixmedins_code"] = _hospital,
        ["fixmedins_name"] = "端到端测试医院",
        ["input"] = input,
    };

    private static string Time(DateTimeOffset at) => at.ToOffset(China).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
