namespace OrderCheck.Core.Regions;

/// <summary>The fields whose codes a region profile says the meaning of, by NHSA's names.</summary>
public static class NhsaTables
{
    public const string Scenario = "trig_scen";
    public const string Severity = "sev_deg";
    public const string Behaviour = "vola_bhvr_type";
    public const string AmountState = "vola_amt_stas";
    public const string ItemRole = "vola_item_type";
    public const string Sex = "gend";
    public const string Pregnancy = "matn_stas";
    public const string ItemKind = "hilist_type";
    public const string VisitKind = "med_mdtrt_type";
    public const string FacilityLevel = "medins_lv";
    public const string FacilityType = "medins_type";
    public const string MedType = "med_type";
    public const string InsuranceType = "insutype";
    public const string Reimbursed = "reim_flag";
    public const string OrderBehaviour = "drord_bhvr";
    public const string DoctorTitle = "drord_dr_profttl";
    public const string DiagnosisSide = "inout_dise_type";
    public const string Principal = "maindise_flag";
    public const string PrincipalOperation = "main_oprn_flag";
    public const string LongTerm = "long_drord_flag";
    public const string Current = "curr_drord_flag";
    public const string WarnType = "warn_type";
    public const string Disposition = "dspo_way";
}
