using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.EndToEnd.Workstations;

/// <summary>Who looked at what was ordered for a patient is known afterwards.</summary>
[Collection(SharedServerCollection.Name)]
public sealed class ReadAuditTests(SharedServer shared)
{
    private readonly AuditTable _audit = new(shared.Data);

    [Fact]
    public async Task Whoever_reads_a_check_is_in_the_audit_with_its_id_and_how_it_ended()
    {
        using var reader = Doctor("audit-1");
        await shared.His.ReportAsync("audited", "r1", Facts.Admit("audited"));
        var check = await shared.His.CheckAsync("audited", Facts.Service("o1", StarterItems.Plain));
        var unknown = Guid.NewGuid().ToString();

        await reader.Orders.GetCheckAsync(new GetCheckRequest { CheckId = check.CheckId }, reader.Options);
        await Refusal.OfAsync(() => reader.Orders.GetCheckAsync(new GetCheckRequest { CheckId = unknown }, reader.Options).ResponseAsync);

        Assert.Equal(
            [("GetCheck", check.CheckId, "ok"), ("GetCheck", unknown, "unknown_check")],
            await _audit.OfAsync("audit-1", count: 2));
    }

    [Fact]
    public async Task Whoever_reads_a_late_list_is_in_the_audit_with_the_doctor_whose_it_is()
    {
        using var reader = Doctor("audit-2");

        await reader.Orders.ListLateAsync(new ListLateRequest(), reader.Options);
        await Refusal.OfAsync(() => reader.Orders.ListLateAsync(new ListLateRequest { Doctor = "audit-3" }, reader.Options).ResponseAsync);

        Assert.Equal([("ListLate", "audit-2", "ok"), ("ListLate", "audit-3", "not_permitted")], await _audit.OfAsync("audit-2", count: 2));
    }

    [Fact]
    public async Task What_else_somebody_types_for_an_id_is_not_kept_and_keeps_no_other_record_from_being_written()
    {
        using var reader = Doctor("audit-4");

        foreach (var typed in (string[])[Facts.PatientName, new string('x', 5000), "a\0b"])
            await Refusal.OfAsync(() => reader.Orders.GetCheckAsync(new GetCheckRequest { CheckId = typed }, reader.Options).ResponseAsync);

        Assert.Equal(
            [("GetCheck", "", "unknown_check"), ("GetCheck", "", "bad_form"), ("GetCheck", "", "bad_form")],
            await _audit.OfAsync("audit-4", count: 3));
    }

    private His Doctor(string person) => new(shared.Server.GrpcAddress, shared.ApiKey, role: "doctor", person: person);
}
