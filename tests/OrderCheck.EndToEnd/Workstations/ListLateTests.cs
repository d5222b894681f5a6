using System.Net;
using Google.Protobuf;
using Grpc.Core;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.EndToEnd.Workstations;

/// <summary>The list a doctor opens: what was recorded without a complete check and has been judged since. Each test has doctors of its own.</summary>
[Collection(SharedServerCollection.Name)]
public sealed class ListLateTests(SharedServer shared)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly LateWard _ward = new(shared);

    [Fact]
    public async Task Nothing_late_is_an_empty_list_in_gRPC_and_in_JSON()
    {
        using var doctor = _ward.Doctor("nobody");
        using var json = _ward.Json("nobody");

        var list = await ListAsync(doctor);
        var reply = await json.GetAsync("/v1/late");

        Assert.Equal(new ListLateAnswer(), list);
        Assert.Equal((HttpStatusCode.OK, 0, "0"), (reply.Status, reply.Body["entries"]!.AsArray().Count, (string?)reply.Body["next"]));
    }

    [Fact]
    public async Task An_entry_says_whose_patient_it_is_and_what_was_found_and_its_check_can_be_read()
    {
        using var doctor = _ward.Doctor("late-1");
        var receipt = await _ward.SignUncheckedAsync("late-1", "late-visit");

        var entry = Assert.Single((await ListAsync(doctor)).Entries);

        Assert.Equal(("late-visit", "late-1", "A03.04", receipt.CheckId), (entry.VisitNumber, entry.Doctor, entry.Department, entry.CheckId));
        Assert.Equal(receipt.Findings, entry.Findings);
        var check = await doctor.Orders.GetCheckAsync(new GetCheckRequest { CheckId = entry.CheckId }, doctor.Options);
        Assert.Equal(check.Findings, entry.Findings);
        // Lists are kept to the microsecond.
        Assert.Equal(check.EvaluatedAt.ToDateTimeOffset(), entry.JudgedAt.ToDateTimeOffset(), TimeSpan.FromMicroseconds(1));
    }

    [Fact]
    public async Task What_waited_for_its_admission_comes_onto_the_list_when_it_is_judged()
    {
        using var doctor = _ward.Doctor("late-2");
        await shared.His.PostAsync("late-waiting", "r1", new Charge(Facts.Charge("c1", StarterItems.OncePerDay, quantity: 2)) { OrderingDoctor = "late-2" });
        Assert.Empty((await ListAsync(doctor)).Entries);

        await shared.His.ReportAsync("late-waiting", "r2", Facts.Admit("late-waiting"));

        await Wait.UntilAsync(async () => (await ListAsync(doctor)).Entries.Count == 1, "the sweeper has judged it", Patience);
        Assert.Contains((await ListAsync(doctor)).Entries[0].Findings, finding => finding.Offender.ChargeId == "c1");
    }

    [Fact]
    public async Task A_doctors_list_has_nothing_of_another_doctors()
    {
        using var first = _ward.Doctor("own-1");
        using var second = _ward.Doctor("own-2");
        await _ward.SignUncheckedAsync("own-1", "own-visit-1");
        await _ward.SignUncheckedAsync("own-2", "own-visit-2");

        Assert.Equal("own-visit-1", Assert.Single((await ListAsync(first)).Entries).VisitNumber);
        Assert.Equal(await ListAsync(first), await ListAsync(first, doctor: "own-1"));
        var refusal = await Refusal.OfAsync(() => ListAsync(second, doctor: "own-1"));
        Assert.Equal((StatusCode.PermissionDenied, "not_permitted"), (refusal.Code, refusal.Reason));
    }

    [Fact]
    public async Task The_insurance_office_reads_every_doctors_list()
    {
        await _ward.SignUncheckedAsync("asked-for", "asked-visit");
        using var officer = await _ward.OfficerAsync();

        Assert.Equal("asked-visit", Assert.Single((await ListAsync(officer, doctor: "asked-for")).Entries).VisitNumber);
        Assert.Empty((await ListAsync(officer)).Entries);
        Assert.Empty((await ListAsync(officer, doctor: "no-such-doctor")).Entries);
    }

    [Fact]
    public async Task What_no_doctor_is_known_for_is_listed_for_a_caller_that_names_none()
    {
        using var doctor = _ward.Doctor("somebody");
        using var nameless = _ward.Doctor("");
        var admission = Facts.Admit("nobodys");
        admission.Admit.Stay.AttendingDoctor = "";
        await shared.His.ReportAsync("nobodys", "admit", admission);

        await shared.His.SignAsync("nobodys", "sign", new Order(Facts.Service("o1", StarterItems.OncePerDay, quantity: "2")) { Doctor = "" });

        Assert.Contains((await ListAsync(nameless, limit: 200)).Entries, entry => (entry.VisitNumber, entry.Doctor) == ("nobodys", ""));
        Assert.Empty((await ListAsync(doctor)).Entries);
    }

    [Theory]
    [InlineData("nurse")]
    [InlineData("pharmacist")]
    public async Task Whoever_orders_nothing_has_no_list(string role)
    {
        using var caller = await _ward.WithRoleAsync(role, "listless");

        var refusal = await Refusal.OfAsync(() => ListAsync(caller));

        Assert.Equal((StatusCode.PermissionDenied, "not_permitted"), (refusal.Code, refusal.Reason));
    }

    [Theory]
    [InlineData(-1, 0, "limit")]
    [InlineData(201, 0, "limit")]
    [InlineData(0, -1, "after")]
    [InlineData(0, long.MinValue, "after")]
    public async Task A_page_that_there_cannot_be_is_refused_by_name(int limit, long after, string field)
    {
        using var doctor = _ward.Doctor("bad-page");
        using var json = _ward.Json("bad-page");

        var refusal = await Refusal.OfAsync(() => ListAsync(doctor, after: after, limit: limit));

        Assert.Equal((StatusCode.InvalidArgument, "bad_form"), (refusal.Code, refusal.Reason));
        refusal.Field(field);
        (await json.GetAsync($"/v1/late?limit={limit}&after={after}")).AssertProblem(HttpStatusCode.BadRequest, "INVALID_ARGUMENT", "bad_form").Violation(field);
    }

    [Theory]
    [InlineData("after=abc", "after")]
    [InlineData("after=1.5", "after")]
    [InlineData("after=9223372036854775808", "after")]
    [InlineData("after=1&after=2", "after")]
    [InlineData("after=", "after")]
    [InlineData("limit=all", "limit")]
    [InlineData("limit=2147483648", "limit")]
    [InlineData("page=2", "page")]
    [InlineData("doctor=01234567890123456789012345678901234567890123456789012345678901234", "doctor")]
    public async Task A_query_that_cannot_be_read_is_refused_by_name(string query, string field)
    {
        using var json = _ward.Json("bad-query");

        var reply = await json.GetAsync("/v1/late?" + query);

        reply.AssertProblem(HttpStatusCode.BadRequest, "INVALID_ARGUMENT", "bad_form").Violation(field);
    }

    [Fact]
    public async Task Pages_hold_what_was_asked_for_and_say_where_the_next_begins()
    {
        using var doctor = _ward.Doctor("paged");
        using var json = _ward.Json("paged");
        for (var number = 1; number <= 5; number++)
            await _ward.SignUncheckedAsync("paged", $"paged-{number}");

        var all = await ListAsync(doctor);
        var first = await ListAsync(doctor, limit: 2);
        var second = await ListAsync(doctor, after: first.Next, limit: 2);
        var third = await ListAsync(doctor, after: second.Next, limit: 200);
        var beyond = await ListAsync(doctor, after: third.Next, limit: 2);

        Assert.Equal(["paged-1", "paged-2", "paged-3", "paged-4", "paged-5"], all.Entries.Select(entry => entry.VisitNumber));
        Assert.Equal((2, 2, 1, 0), (first.Entries.Count, second.Entries.Count, third.Entries.Count, beyond.Entries.Count));
        Assert.Equal(all.Entries, [.. first.Entries, .. second.Entries, .. third.Entries]);
        Assert.Equal(
            (first.Entries[^1].Cursor, second.Entries[^1].Cursor, third.Entries[^1].Cursor, third.Next), (first.Next, second.Next, third.Next, beyond.Next));
        var reply = await json.GetAsync($"/v1/late?after={first.Next}&limit=2");
        Assert.Equal(second, JsonParser.Default.Parse<ListLateAnswer>(reply.Body.ToJsonString()));
    }

    [Fact]
    public async Task A_cursor_of_another_list_or_of_long_ago_or_of_no_time_yet_is_a_place_in_the_callers_own_list()
    {
        using var doctor = _ward.Doctor("cursor-1");
        using var other = _ward.Doctor("cursor-2");
        await _ward.SignUncheckedAsync("cursor-1", "cursor-visit-1");
        await _ward.SignUncheckedAsync("cursor-2", "cursor-visit-2");
        await _ward.SignUncheckedAsync("cursor-1", "cursor-visit-3");
        var foreign = (await ListAsync(other)).Next;

        Assert.Equal(["cursor-visit-3"], (await ListAsync(doctor, after: foreign)).Entries.Select(entry => entry.VisitNumber));
        Assert.Equal(["cursor-visit-1", "cursor-visit-3"], (await ListAsync(doctor, after: 1, limit: 200)).Entries.Select(entry => entry.VisitNumber));
        Assert.Equal(new ListLateAnswer { Next = long.MaxValue }, await ListAsync(doctor, after: long.MaxValue));
    }

    [Fact]
    public async Task While_more_is_judged_a_reader_who_pages_on_sees_each_entry_once()
    {
        const int Visits = 48;
        const int Lanes = 4;
        using var doctor = _ward.Doctor("busy");
        using var others = _ward.Doctor("busy-too");
        var written = Task.WhenAll(Enumerable.Range(0, Lanes).Select(async lane =>
        {
            for (var number = lane; number < Visits; number += Lanes)
                await _ward.SignUncheckedAsync(number % 3 == 0 ? "busy-too" : "busy", $"busy-{number}");
        }));

        var seen = await Task.WhenAll(AllAsync(doctor, written), AllAsync(others, written)).WaitAsync(Patience, TestContext.Current.CancellationToken);

        string[] Expected(bool third) => [.. Enumerable.Range(0, Visits).Where(number => number % 3 == 0 == third).Select(number => $"busy-{number}").Order(StringComparer.Ordinal)];
        Assert.Equal(Expected(third: false), seen[0].Select(entry => entry.VisitNumber).Order(StringComparer.Ordinal));
        Assert.Equal(Expected(third: true), seen[1].Select(entry => entry.VisitNumber).Order(StringComparer.Ordinal));
    }

    /// <summary>Pages on until what is written is written and nothing more comes.</summary>
    private static async Task<List<LateEntry>> AllAsync(His reader, Task written)
    {
        var seen = new List<LateEntry>();
        var after = 0L;
        while (true)
        {
            var whole = written.IsCompleted;
            var page = await ListAsync(reader, after: after, limit: 3);
            Assert.All(page.Entries.Zip([after, .. page.Entries.Select(entry => entry.Cursor)]), pair => Assert.True(pair.First.Cursor > pair.Second));
            seen.AddRange(page.Entries);
            after = page.Next;
            if (whole && page.Entries.Count == 0)
            {
                await written;
                return seen;
            }
        }
    }

    private static async Task<ListLateAnswer> ListAsync(His reader, string doctor = "", long after = 0, int limit = 0) =>
        await reader.Orders.ListLateAsync(new ListLateRequest { Doctor = doctor, After = after, Limit = limit }, reader.Options);
}
