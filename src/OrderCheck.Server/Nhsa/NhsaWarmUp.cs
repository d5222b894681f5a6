using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Regions;
using OrderCheck.Interop.Nhsa;

namespace OrderCheck.Server.Nhsa;

/// <summary>One 3101 of nobody read and answered before the first HIS asks: compiling that takes a part of the first answer's time.</summary>
internal static class NhsaWarmUp
{
    private static readonly byte[] Question = """
        {"infno":"3101","msgid":"W1","fixmedins_code":"W","opter":"W","inf_time":"2026-01-01 08:00:00","input":{"data":{"task_id":"W1","trig_scen":"5","patient_dtos":[{
        "patn_id":"W","patn_name":"","gend":"1","brdy":"1960-01-01","curr_mdtrt_id":"W","fsi_encounter_dtos":[{"mdtrt_id":"W","adm_date":"2026-01-01 08:00:00",
        "med_mdtrt_type":"2","med_type":"21","insutype":"310","fsi_diagnose_dtos":[{"dise_id":"W","maindise_flag":"1","dise_codg":"I10.x00","dise_name":""}],
        "fsi_order_dtos":[{"rx_id":"W","hilist_type":"201","hilist_code":"W","cnt":"1","pric":1,"sumamt":1,"spec_unt":"","drord_begn_date":"2026-01-01 08:00:00","curr_drord_flag":"1"}]}]}]}}}
        """u8.ToArray();

    /// <param name="region">One that does not understand the form is warmed up by its first call.</param>
    public static void Run(RegionProfile region, DateTimeOffset now)
    {
        var zone = Hospital.FindTimeZone(Hospital.DefaultTimeZoneId);
        if (NhsaReader.ReadAudit(Question, null, region, zone, now).Value is not { } request)
            return;
        using var output = new PooledOutput();
        NhsaWriter.WriteUnchecked(output, request, "", region, new NhsaStamp(now, now, zone));
    }
}
