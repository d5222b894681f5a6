using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Regions;
using OrderCheck.Grains.Encounters;
using OrderCheck.Grains.Hospitals;
using OrderCheck.Grains.Releases;
using OrderCheck.Interop.Nhsa;
using OrderCheck.Server.Health;

namespace OrderCheck.Server.Nhsa;

/// <summary>
/// One 3101 of nobody, as soon as the service is ready and behind it: read, brought to a grain that looks into the ledger, and answered. The
/// first HIS would wait for all that being compiled. Nothing is asked at any stage, so nothing is judged, recorded or counted.
/// </summary>
internal sealed class NhsaWarmUp(
    Readiness readiness, ReleaseHolder releases, DictionaryHolder dictionaries, IEncounterService encounters, TimeProvider time, ILogger<NhsaWarmUp> logger)
    : BackgroundService
{
    /// <summary>Of an encounter that nobody has.</summary>
    private const string Visit = "ordercheck-warm-up";

    private static readonly byte[] Question = """
        {"infno":"3101","msgid":"W1","fixmedins_code":"W","opter":"W","inf_time":"2026-01-01 08:00:00","input":{"data":{"task_id":"W1","trig_scen":"5","patient_dtos":[{
        "patn_id":"W","patn_name":"","gend":"1","brdy":"1960-01-01","curr_mdtrt_id":"W","fsi_encounter_dtos":[{"mdtrt_id":"W","adm_date":"2026-01-01 08:00:00",
        "med_mdtrt_type":"2","med_type":"21","insutype":"310","fsi_diagnose_dtos":[{"dise_id":"W","maindise_flag":"1","dise_codg":"I10.x00","dise_name":""}],
        "fsi_order_dtos":[{"rx_id":"W","hilist_type":"201","hilist_code":"W","cnt":"1","pric":1,"sumamt":1,"spec_unt":"","drord_begn_date":"2026-01-01 08:00:00","curr_drord_flag":"1"}]}]}]}}}
        """u8.ToArray();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WaitAsync(stoppingToken);
        try
        {
            await RunAsync(stoppingToken);
        }
#pragma warning disable CA1031 // Then the first call takes longer, and says itself what is wrong.
        catch (Exception error) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            NhsaLog.NotWarmedUp(logger, error);
        }
    }

    private async Task RunAsync(CancellationToken stopping)
    {
        var (hospital, now, zone) = (dictionaries.Hospitals.FirstOrDefault(), time.GetUtcNow(), Hospital.FindTimeZone(Hospital.DefaultTimeZoneId));
        var region = (releases.Current?.Regions ?? RegionProfiles.None).For(hospital is null ? "" : dictionaries.Find(hospital)?.Hospital.Region ?? "");
        // A region that does not understand the form is warmed up by its first call.
        if (NhsaReader.ReadAudit(Question, null, region, zone, now).Value is not { } request)
            return;
        if (hospital is not null)
            await encounters.CheckReportedAsync(
                new Caller(hospital, Role.His, "", ""), Visit, new ReportedCheck(new ReportedEncounter(), request.Visits[0].Candidates, []), stopping);
        using var output = new PooledOutput();
        NhsaWriter.WriteUnchecked(output, request, "", region, new NhsaStamp(now, now, zone));
    }
}
