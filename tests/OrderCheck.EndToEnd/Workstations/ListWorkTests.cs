using System.Globalization;
using System.Net;
using Google.Protobuf;
using Grpc.Core;
using OrderCheck.EndToEnd.Json;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.EndToEnd.Workstations;

/// <summary>The morning after: what the automatic batch of midnight charged wrongly, by ward and day. Each test has a ward of its own.</summary>
[Collection(SharedServerCollection.Name)]
public sealed class ListWorkTests(SharedServer shared)
{
    private static readonly TimeSpan InChina = TimeSpan.FromHours(8);
    private readonly LateWard _ward = new(shared);

    private static string Today => Facts.Now.ToOffset(InChina).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task The_nurse_finds_in_the_morning_what_the_batch_charged_and_nobody_was_interrupted()
    {
        using var nurse = await _ward.WithRoleAsync("nurse", "night-nurse");
        var receipt = await PostAsync("morning-1", "W-M1", automatic: true);

        Assert.Empty(receipt.Findings);
        Assert.True(receipt.ListedForMorning > 0);
        var entry = Assert.Single((await ListAsync(nurse, Today, "W-M1")).Entries);
        Assert.Equal(("morning-1", "W-M1", receipt.CheckId), (entry.VisitNumber, entry.Ward, entry.CheckId));
        Assert.All(entry.Findings, finding => Assert.Equal(Response.Inform, finding.Response));
        Assert.Contains(entry.Findings, finding => finding.Offender.ChargeId == "c1");
    }

    [Fact]
    public async Task The_same_charged_by_hand_is_told_at_once()
    {
        using var nurse = await _ward.WithRoleAsync("nurse", "day-nurse");

        var receipt = await PostAsync("morning-2", "W-M2", automatic: false);

        Assert.NotEmpty(receipt.Findings);
        Assert.Equal(0, receipt.ListedForMorning);
        Assert.Empty((await ListAsync(nurse, Today, "W-M2")).Entries);
    }

    [Fact]
    public async Task The_list_is_the_same_in_JSON_and_reading_it_is_audited_and_denied_to_doctors()
    {
        await PostAsync("morning-3", "W-M3", automatic: true);
        using var officer = await _ward.OfficerAsync();
        using var his = new JsonCaller(shared.Server.HttpAddress, shared.ApiKey, role: "his", person: "batch");
        using var doctor = _ward.Doctor("morning-doctor");

        var list = await ListAsync(officer, Today, "W-M3");
        var reply = await his.GetAsync($"/v1/work?day={Today}&ward=W-M3");

        Assert.Single(list.Entries);
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal(list, JsonParser.Default.Parse<ListWorkAnswer>(reply.Body.ToJsonString()));
        var refusal = await Refusal.OfAsync(() => ListAsync(doctor, Today, "W-M3"));
        Assert.Equal((StatusCode.PermissionDenied, "not_permitted"), (refusal.Code, refusal.Reason));
    }

    [Theory]
    [InlineData("2026-3-1", 0, 0, "day")]
    [InlineData("yesterday", 0, 0, "day")]
    [InlineData("", 201, 0, "limit")]
    [InlineData("", 0, -1, "after")]
    public async Task What_cannot_be_asked_for_is_refused_by_name(string day, int limit, long after, string field)
    {
        using var nurse = await _ward.WithRoleAsync("nurse", "bad-list");

        var refusal = await Refusal.OfAsync(async () => await nurse.Orders.ListWorkAsync(
            new ListWorkRequest { Day = day, Limit = limit, After = after }, nurse.Options));

        Assert.Equal((StatusCode.InvalidArgument, "bad_form"), (refusal.Code, refusal.Reason));
        refusal.Field(field);
    }

    private async Task<WriteReceipt> PostAsync(string visit, string ward, bool automatic)
    {
        await shared.His.ReportAsync(visit, "admit", Facts.Admit(visit));
        var charge = new Charge(Facts.Charge("c1", StarterItems.OncePerDay, quantity: 2, at: Facts.Now)) { Ward = ward, Automatic = automatic };
        return await shared.His.PostAsync(visit, "post", charge);
    }

    private static async Task<ListWorkAnswer> ListAsync(His reader, string day, string ward) =>
        await reader.Orders.ListWorkAsync(new ListWorkRequest { Day = day, Ward = ward }, reader.Options);
}
