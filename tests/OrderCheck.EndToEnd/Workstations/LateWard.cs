using OrderCheck.EndToEnd.Json;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using OrderCheck.Protocol.V1;

namespace OrderCheck.EndToEnd.Workstations;

/// <summary>A ward on which orders are signed that no check has covered, and those who look at what was found in them afterwards.</summary>
internal sealed class LateWard(SharedServer shared)
{
    /// <summary>A patient of its own, and one order that is found to be too frequent: one entry on the doctor's list.</summary>
    public async Task<WriteReceipt> SignUncheckedAsync(string doctor, string visit)
    {
        await shared.His.ReportAsync(visit, "admit", Facts.Admit(visit));
        return await shared.His.SignAsync(visit, "sign", new Order(Facts.Service("o1", StarterItems.OncePerDay, quantity: "2")) { Doctor = doctor });
    }

    public His Doctor(string person) => new(shared.Server.GrpcAddress, shared.ApiKey, role: "doctor", person: person);

    public JsonCaller Json(string doctor) => new(shared.Server.HttpAddress, shared.ApiKey, role: "doctor", person: doctor);

    public Task<His> OfficerAsync() => WithRoleAsync("officer", "office-1");

    public async Task<His> WithRoleAsync(string role, string person)
    {
        using var administrator = new His(shared.Server.GrpcAddress, shared.AdministratorKey, role: "admin");
        var key = await Installation.KeyAsync(administrator, Installation.HospitalCode, role);
        return new His(shared.Server.GrpcAddress, key, role, person: person);
    }
}
