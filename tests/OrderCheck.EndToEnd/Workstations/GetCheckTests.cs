using System.Net;
using Google.Protobuf;
using Grpc.Core;
using OrderCheck.EndToEnd.Json;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.EndToEnd.Workstations;

/// <summary>A screen that opens a check again sees what was told then, and nobody else's.</summary>
[Collection(SharedServerCollection.Name)]
public sealed class GetCheckTests(SharedServer shared) : IDisposable
{
    private const string OtherHospital = "H99999900002";
    private readonly His _his = shared.His;
    private readonly JsonCaller _json = new(shared.Server.HttpAddress, shared.ApiKey);

    public void Dispose() => _json.Dispose();

    [Fact]
    public async Task A_fresh_check_is_read_field_by_field_as_it_was_answered()
    {
        var told = await CheckAsync("reread", maxCards: 1);

        var read = await ReadAsync(_his, told.CheckId);
        var json = await _json.GetAsync("/v1/checks/" + told.CheckId);

        Assert.Equal(told, read);
        Assert.Equal(told, JsonParser.Default.Parse<CheckAnswer>(json.Body.ToJsonString()));
        Assert.Contains(told.Findings, finding => finding is { Facts.Count: > 0, Offender: not null, AllowedDecisions.Count: > 0 });
        Assert.Contains(told.Findings, finding => finding.More);
        Assert.NotEqual(CheckState.Unspecified, told.State);
        Assert.True(told is { ReleaseNumber: > 0, DictionaryNumber: > 0, LedgerSequence: > 0, EvaluatedAt: not null }, told.ToString());
    }

    [Fact]
    public async Task A_check_stays_as_it_was_told_when_what_it_rests_on_goes_on()
    {
        var told = await CheckAsync("goes-on");
        var decided = new RecordDecisionsRequest { Encounter = new EncounterRef { VisitNumber = "goes-on" }, RequestId = "decide" };
        decided.Decisions.Add(told.Findings.Where(finding => finding.AllowedDecisions.Count > 0).Take(1).Select(finding => new Decision
        {
            Id = "d1",
            FindingKey = finding.Key,
            CheckId = told.CheckId,
            Kind = finding.AllowedDecisions[0],
            Reason = "病情需要",
            OccurredAt = Facts.At(Facts.Now),
        }));
        await _his.Orders.RecordDecisionsAsync(decided, _his.Options);
        var again = await CheckAsync("goes-on", admit: false);

        Assert.NotEqual(told.FoldedCount, again.FoldedCount);
        Assert.Equal(told, await ReadAsync(_his, told.CheckId));
        Assert.Equal(again, await ReadAsync(_his, again.CheckId));
    }

    [Fact]
    public async Task The_check_that_a_receipt_names_is_read_with_the_receipts_findings()
    {
        await _his.ReportAsync("receipts", "r1", Facts.Admit("receipts"));

        var receipt = await _his.SignAsync("receipts", "r2", Facts.Service("o1", StarterItems.OncePerDay, quantity: "2"));

        var read = await ReadAsync(_his, receipt.CheckId);
        Assert.NotEmpty(receipt.Findings);
        Assert.Equal((receipt.State, receipt.Findings), (read.State, read.Findings));
    }

    [Fact]
    public async Task An_id_that_nobody_was_given_is_not_found()
    {
        await AssertUnknownAsync(_his, Guid.NewGuid().ToString());
        await AssertUnknownAsync(_his, "张三");
        (await _json.GetAsync("/v1/checks/no-such-check")).AssertProblem(HttpStatusCode.NotFound, "NOT_FOUND", "unknown_check");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    [InlineData("01234567890123456789012345678901234567890123456789012345678901234")]
    public async Task An_id_that_is_none_is_refused_by_name(string id)
    {
        var refusal = await Refusal.OfAsync(() => ReadAsync(_his, id));

        Assert.Equal((StatusCode.InvalidArgument, "bad_form"), (refusal.Code, refusal.Reason));
        refusal.Field("check_id");
        // A path that names nothing is another path, and one with a zero byte is refused before anybody looks at it.
        if (id.Trim().Length > 0 && !id.Contains('\0', StringComparison.Ordinal))
            (await _json.GetAsync("/v1/checks/" + Uri.EscapeDataString(id))).AssertProblem(HttpStatusCode.BadRequest, "INVALID_ARGUMENT", "bad_form").Violation("checkId");
    }

    [Fact]
    public async Task Another_hospitals_check_is_answered_as_one_that_does_not_exist()
    {
        var told = await CheckAsync("elsewhere-checked");
        using var administrator = new His(shared.Server.GrpcAddress, shared.AdministratorKey, role: "admin");
        await administrator.Administration.PutHospitalAsync(
            new Hospital { Code = OtherHospital, Name = "第二测试医院", Level = 2, Type = "general" }, administrator.Options);
        using var other = new His(shared.Server.GrpcAddress, await Installation.KeyAsync(administrator, OtherHospital, "his", "officer"));

        var hidden = await Refusal.OfAsync(() => ReadAsync(other, told.CheckId));
        var unknown = await Refusal.OfAsync(() => ReadAsync(other, Guid.NewGuid().ToString()));

        Assert.Equal((StatusCode.NotFound, "unknown_check"), (hidden.Code, hidden.Reason));
        Assert.Equal((unknown.Code, unknown.Reason, unknown.Message), (hidden.Code, hidden.Reason, hidden.Message));
    }

    [Fact]
    public async Task Whoever_treats_nobody_reads_no_check_whether_it_exists_or_not()
    {
        var told = await CheckAsync("not-yours");
        using var administrator = new His(shared.Server.GrpcAddress, shared.AdministratorKey, role: "admin", hospital: Installation.HospitalCode);

        foreach (var id in (string[])[told.CheckId, Guid.NewGuid().ToString()])
        {
            var refusal = await Refusal.OfAsync(() => ReadAsync(administrator, id));
            Assert.Equal((StatusCode.PermissionDenied, "not_permitted"), (refusal.Code, refusal.Reason));
        }
    }

    private static async Task<CheckAnswer> ReadAsync(His reader, string checkId) =>
        await reader.Orders.GetCheckAsync(new GetCheckRequest { CheckId = checkId }, reader.Options);

    private static async Task AssertUnknownAsync(His reader, string checkId)
    {
        var refusal = await Refusal.OfAsync(() => ReadAsync(reader, checkId));
        Assert.Equal((StatusCode.NotFound, "unknown_check"), (refusal.Code, refusal.Reason));
    }

    /// <summary>Three orders, two of which something is found about.</summary>
    private async Task<CheckAnswer> CheckAsync(string visit, int maxCards = 0, bool admit = true)
    {
        if (admit)
            await _his.ReportAsync(visit, "admit", Facts.Admit(visit));
        var request = new CheckOrdersRequest { Encounter = new EncounterRef { VisitNumber = visit }, MaxCards = maxCards };
        request.Orders.Add(
            [Facts.Service("o1", StarterItems.Plain), Facts.Service("o2", StarterItems.OncePerDay, quantity: "2"), Facts.Service("o3", "009999999999999")]);
        return await _his.Orders.CheckOrdersAsync(request, _his.Options);
    }
}
