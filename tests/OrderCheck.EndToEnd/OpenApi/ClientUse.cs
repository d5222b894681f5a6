using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Generated;

/// <summary>What a HIS does with the generated client. Compiled with it by a test.</summary>
public static class ClientUse
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 8, 30, 0, TimeSpan.FromHours(8));

    /// <returns>What was seen, by name.</returns>
    public static async Task<Dictionary<string, string>> RunAsync(HttpClient http, HttpClient administrator, string server)
    {
        var client = new OrderCheckClient(http) { BaseUrl = server };
        var seen = new Dictionary<string, string>();
        var encounter = new EncounterRef { VisitNumber = "generated-1" };
        var admitted = await client.ReportEventsAsync(new ReportEventsRequest
        {
            Encounter = encounter,
            RequestId = "r1",
            Events = [new EncounterEvent { Id = "adm", OccurredAt = At, Admit = new Admit { Stay = new Stay { PatientNumber = "P1", Sex = Sex.SEX_MALE, MedType = "21", Insutype = "310" } } }],
        });
        seen["recorded"] = $"{admitted.Recorded}";
        var check = await client.CheckOrdersAsync(new CheckOrdersRequest
        {
            Encounter = encounter,
            Orders = [new Order { Id = "o1", Kind = OrderKind.ORDER_KIND_SERVICE, ItemCode = "009999999999999", Quantity = new Amount { Value = "1", Unit = "次" }, StartAt = At }],
        });
        seen["state"] = $"{check.State}";
        seen["finding"] = $"{check.Findings.Single(f => f.Rule == "unknown-item").Severity}";
        seen["zone"] = $"{check.EvaluatedAt?.Year >= 2026}";
        await client.PostChargesAsync(new PostChargesRequest { Encounter = encounter, RequestId = "r2", Charges = [Charge("12.34")] });
        var summary = await client.GetEncounterAsync("generated-1");
        seen["total"] = summary.Totals.Total;
        seen["late"] = $"{(await client.ListLateAsync("", "0", 10)).Entries.Count}";
        try
        {
            await client.PostChargesAsync(new PostChargesRequest { Encounter = encounter, RequestId = "r3", Charges = [Charge("1.2345678")] });
        }
        catch (ApiException<Problem> refused)
        {
            seen["refused"] = $"{refused.StatusCode} {refused.Result.Code} {refused.Result.Reason}";
            seen["violation"] = refused.Result.Violations.Single().Field;
        }

        try
        {
            await client.GetEncounterAsync("nobody");
        }
        catch (ApiException<Problem> missing)
        {
            seen["missing"] = $"{missing.StatusCode} {missing.Result.Reason}";
        }

        await AdministerAsync(new OrderCheckClient(administrator) { BaseUrl = server }, seen);
        return seen;
    }

    private static async Task AdministerAsync(OrderCheckClient client, Dictionary<string, string> seen)
    {
        var hospital = await client.PutHospitalAsync("H44010009", new PutHospitalBody { Name = "第九医院", Level = 2, Type = "general" });
        seen["hospital"] = $"{hospital.Code} {hospital.Name}";
        var key = await client.CreateApiKeyAsync(new CreateApiKeyRequest { Hospitals = [hospital.Code], Roles = ["his"] });
        await client.RevokeApiKeyAsync(key.KeyId, new RevokeApiKeyBody());
        try
        {
            await client.RevokeApiKeyAsync("no-such-key", new RevokeApiKeyBody());
        }
        catch (ApiException<Problem> missing)
        {
            seen["unknown key"] = $"{missing.StatusCode} {missing.Result.Reason}";
        }
    }

    private static Charge Charge(string price) =>
        new() { Id = "c1", ItemCode = "001201000030000", Quantity = "1", Unit = "日", UnitPrice = price, Amount = "12.34", OccurredAt = At };
}
