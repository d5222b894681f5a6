using System.Net;
using Google.Protobuf;
using Grpc.Core;
using OrderCheck.EndToEnd.Json;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.EndToEnd.Workstations;

/// <summary>A nurse prepares a discharge: the encounter is judged as a whole, over the wire.</summary>
[Collection(SharedServerCollection.Name)]
public sealed class CheckEncounterTests(SharedServer shared) : IDisposable
{
    private readonly His _his = shared.His;
    private readonly JsonCaller _json = new(shared.Server.HttpAddress, shared.ApiKey);

    public void Dispose() => _json.Dispose();

    [Fact]
    public async Task Before_discharge_what_was_charged_is_judged_anew_and_the_answer_can_be_looked_up()
    {
        await ChargedTwiceAsync("audit-1");

        var answer = await AuditAsync(_his, "audit-1", Stage.Discharge);

        var finding = Assert.Single(answer.Findings, finding => finding.Rule == "more-than-allowed-on-a-day");
        Assert.Equal("c1", finding.Offender.ChargeId);
        Assert.Equal(["c2"], finding.AlsoOrderIds);
        Assert.Equal(CheckState.Complete, answer.State);
        Assert.True(answer is { ReleaseNumber: > 0, LedgerSequence: > 0, EvaluatedAt: not null }, answer.ToString());
        Assert.Equal(answer, await _his.Orders.GetCheckAsync(new GetCheckRequest { CheckId = answer.CheckId }, _his.Options));
    }

    [Fact]
    public async Task It_is_asked_in_json_under_the_encounters_path()
    {
        await ChargedTwiceAsync("audit 2 床");

        var reply = await _json.SendAsync(
            HttpMethod.Post, $"/v1/encounters/{Uri.EscapeDataString("audit 2 床")}:check", """{"stage":"STAGE_DISCHARGE","maxCards":1}""");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        var answer = JsonParser.Default.Parse<CheckAnswer>(reply.Body.ToJsonString());
        Assert.Contains(answer.Findings, finding => finding.Rule == "more-than-allowed-on-a-day");
        Assert.Single(answer.Findings, finding => finding is { Folded: false, More: false });
    }

    [Theory]
    [InlineData("2026/床1")]
    [InlineData("2026%2F床2")]
    [InlineData("2026%2f/床3%")]
    public async Task A_visit_number_with_a_slash_or_an_escape_in_it_reaches_its_own_encounter(string visit)
    {
        await ChargedTwiceAsync(visit);

        var audit = await _json.PostAsync($"/v1/encounters/{Uri.EscapeDataString(visit)}:check", """{"stage":"STAGE_DISCHARGE"}""");
        var summary = await _json.GetAsync($"/v1/encounters/{Uri.EscapeDataString(visit)}");

        Assert.Contains("more-than-allowed-on-a-day", audit.Body.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, summary.Status);
        Assert.Equal(visit, (string?)summary.Body["visitNumber"]);
    }

    [Fact]
    public async Task A_slash_in_a_path_reaches_no_encounter_that_is_spelled_like_its_escape()
    {
        await ChargedTwiceAsync("A%2FB");

        Assert.Equal(HttpStatusCode.NotFound, (await _json.GetAsync("/v1/encounters/A%2FB")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _json.GetAsync("/v1/encounters/A%2fB")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _json.GetAsync("/v1/encounters/A%252FB")).Status);
    }

    [Fact]
    public async Task At_registration_the_stay_alone_is_judged()
    {
        await ChargedTwiceAsync("audit-3");

        var answer = await AuditAsync(_his, "audit-3", Stage.Registration);

        Assert.DoesNotContain(answer.Findings, finding => finding.Rule == "more-than-allowed-on-a-day");
    }

    [Fact]
    public async Task Of_an_encounter_that_nobody_reported_it_is_said_what_is_not_known()
    {
        var answer = await AuditAsync(_his, "audit-nobody", Stage.Registration);

        Assert.Equal((CheckState.Partial, "encounter_not_admitted"), (answer.State, Assert.Single(answer.StateReasons).Code));
    }

    [Theory]
    [InlineData(Stage.Unspecified)]
    [InlineData(Stage.Order)]
    [InlineData(Stage.Charge)]
    [InlineData((Stage)6)]
    public async Task Another_stage_is_refused_by_name(Stage stage)
    {
        var refusal = await Refusal.OfAsync(() => AuditAsync(_his, "audit-1", stage));

        Assert.Equal((StatusCode.InvalidArgument, "bad_form"), (refusal.Code, refusal.Reason));
        refusal.Field("stage");
    }

    [Theory]
    [InlineData("")]
    [InlineData("mdtrt:1")]
    public async Task A_visit_number_that_is_none_is_refused_by_name(string visit)
    {
        var refusal = await Refusal.OfAsync(() => AuditAsync(_his, visit, Stage.Discharge));

        Assert.Equal(StatusCode.InvalidArgument, refusal.Code);
        refusal.Field("visit_number");
    }

    [Fact]
    public async Task Orders_are_not_checked_at_the_stages_of_encounters()
    {
        var request = new CheckOrdersRequest { Encounter = new EncounterRef { VisitNumber = "audit-1" }, Stage = Stage.Discharge };
        request.Orders.Add(Facts.Service("o1", StarterItems.Plain));

        var refusal = await Refusal.OfAsync(async () => await _his.Orders.CheckOrdersAsync(request, _his.Options));

        Assert.Equal(StatusCode.InvalidArgument, refusal.Code);
        refusal.Field("stage");
    }

    [Fact]
    public async Task Who_treats_nobody_audits_nobody()
    {
        using var administrator = new His(shared.Server.GrpcAddress, shared.AdministratorKey, role: "admin", hospital: Installation.HospitalCode);

        var refusal = await Refusal.OfAsync(() => AuditAsync(administrator, "audit-1", Stage.Discharge));

        Assert.Equal((StatusCode.PermissionDenied, "not_permitted"), (refusal.Code, refusal.Reason));
    }

    private static async Task<CheckAnswer> AuditAsync(His his, string visit, Stage stage) =>
        await his.Orders.CheckEncounterAsync(new CheckEncounterRequest { VisitNumber = visit, Stage = stage }, his.Options);

    /// <summary>Ⅰ级护理 twice on one day, in two postings.</summary>
    private async Task ChargedTwiceAsync(string visit)
    {
        await _his.ReportAsync(visit, "admit", Facts.Admit(visit));
        await _his.PostAsync(visit, "p1", Facts.Charge("c1", StarterItems.OncePerDay, at: Facts.AdmittedAt.AddMinutes(1)));
        await _his.PostAsync(visit, "p2", Facts.Charge("c2", StarterItems.OncePerDay, at: Facts.AdmittedAt.AddMinutes(1)));
    }
}
