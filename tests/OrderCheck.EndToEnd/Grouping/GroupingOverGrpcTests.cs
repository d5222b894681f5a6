using Google.Protobuf;
using Grpc.Core;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.EndToEnd.Grouping;

/// <summary>Cases are grouped over gRPC, one and many, by the starter rules.</summary>
[Collection(SharedServerCollection.Name)]
public sealed class GroupingOverGrpcTests(SharedServer shared)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_case_gets_its_group_and_on_demand_its_reasons()
    {
        using var his = His();

        var plain = await his.Grouping.GroupCaseAsync(new GroupCaseRequest { Case = Cases.Stroke("c1") }, his.Options);
        var reasoned = await his.Grouping.GroupCaseAsync(new GroupCaseRequest { Case = Cases.Stroke("c1"), WithReasons = true }, his.Options);

        Assert.Equal(("c1", GroupingStatus.Grouped, "MDCB", "BR2"), (plain.CaseId, plain.Status, plain.Mdc, plain.Adrg));
        Assert.Null(plain.Reasons);
        Assert.Equal(plain.Drg, reasoned.Reasons.Tried[^1].Code);
    }

    [Fact]
    public async Task Without_scheme_and_region_the_profile_of_the_callers_hospital_chooses()
    {
        using var his = His();
        var coded = Cases.Stroke("c1");
        coded.Region = "";

        Assert.Equal(Cases.Scheme, (await his.Grouping.GroupCaseAsync(new GroupCaseRequest { Case = coded }, his.Options)).Scheme);
    }

    [Fact]
    public async Task A_doctor_groups_one_case_and_no_stream_and_a_nurse_none()
    {
        using var doctor = His("doctor");
        using var nurse = His("nurse");

        Assert.Equal("BR2", (await doctor.Grouping.GroupCaseAsync(new GroupCaseRequest { Case = Cases.Stroke("c1") }, doctor.Options)).Adrg);
        foreach (var call in (Func<Task>[])
            [() => StreamAsync(doctor, 1), () => StreamAsync(nurse, 1), () => nurse.Grouping.ListSchemesAsync(new ListSchemesRequest(), nurse.Options).ResponseAsync])
            Assert.Equal((StatusCode.PermissionDenied, "not_permitted"), (await Refusal.OfAsync(call)) is var refusal ? (refusal.Code, refusal.Reason) : default);
    }

    [Fact]
    public async Task A_stream_without_a_key_that_opens_is_refused()
    {
        using var nobody = new His(shared.Server.GrpcAddress, "oc_made_up");

        Assert.Equal(StatusCode.Unauthenticated, (await Refusal.OfAsync(() => StreamAsync(nobody, 1))).Code);
    }

    [Fact]
    public async Task A_stream_of_a_hundred_thousand_cases_is_answered_in_order_in_constant_memory()
    {
        using var his = His();
        await StreamAsync(his, 20_000);
        var (before, begun) = (Memory(), TimeProvider.System.GetTimestamp());

        Assert.Equal(100_000, await StreamAsync(his, 100_000));

        var (grown, took) = (Memory() - before, TimeProvider.System.GetElapsedTime(begun));
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"100 000 cases in {took.TotalSeconds:0.0} s, {100_000 / took.TotalSeconds:0} cases/s; the server's memory grew by {grown >> 20} MB");
        // Were requests and answers kept, they would be about 90 MB.
        Assert.InRange(grown, long.MinValue, 60L << 20);
    }

    [Fact]
    public async Task A_case_of_bad_form_ends_the_stream_by_name_after_the_answers_before_it()
    {
        using var his = His();
        using var call = his.Grouping.GroupStream(his.Options);
        for (var n = 0; n < 3; n++)
            await call.RequestStream.WriteAsync(new GroupCaseRequest { Case = Cases.Stroke($"c{n}") }, Token);
        var bad = Cases.Stroke("the-bad-one");
        bad.AgeYears = 300;
        await call.RequestStream.WriteAsync(new GroupCaseRequest { Case = bad }, Token);

        var answered = new List<string>();
        var refusal = await Refusal.OfAsync(async () =>
        {
            while (await call.ResponseStream.MoveNext(Token))
                answered.Add(call.ResponseStream.Current.CaseId);
        });

        Assert.Equal(["c0", "c1", "c2"], answered);
        Assert.Equal((StatusCode.InvalidArgument, "bad_form"), (refusal.Code, refusal.Reason));
        Assert.Contains("\"the-bad-one\"", refusal.Field("requests[3].case.age_years").Description);
        Assert.Contains("the-bad-one", refusal.Message);
    }

    [Fact]
    public async Task A_message_that_cannot_be_read_ends_the_stream_by_its_number_and_the_case_before_it()
    {
        using var his = His();
        var method = new Method<byte[], CaseGroup>(
            MethodType.DuplexStreaming, "ordercheck.v1.GroupingService", "GroupStream", Marshallers.Create(static m => m, static m => m),
            Marshallers.Create(static m => m.ToByteArray(), CaseGroup.Parser.ParseFrom));
        using var call = his.Channel.CreateCallInvoker().AsyncDuplexStreamingCall(method, null, his.Options);
        await call.RequestStream.WriteAsync(new GroupCaseRequest { Case = Cases.Stroke("the-good-one") }.ToByteArray(), Token);
        await call.RequestStream.WriteAsync([0x0a, 0xff], Token);

        Assert.True(await call.ResponseStream.MoveNext(Token));
        var refusal = await Refusal.OfAsync(() => call.ResponseStream.MoveNext(Token));

        Assert.Equal((StatusCode.InvalidArgument, "bad_form"), (refusal.Code, refusal.Reason));
        Assert.Contains("the-good-one", refusal.Field("requests[1]").Description);
    }

    [Fact]
    public async Task A_caller_that_goes_away_in_mid_stream_leaves_nothing_behind()
    {
        using var his = His();
        using (var call = his.Grouping.GroupStream(his.Options))
        {
            await call.RequestStream.WriteAsync(new GroupCaseRequest { Case = Cases.Stroke("c1") }, Token);
            Assert.True(await call.ResponseStream.MoveNext(Token));
        }

        // The shared server fails all tests if its log has an error afterwards.
        Assert.Equal(10, await StreamAsync(his, 10));
    }

    [Fact]
    public async Task Many_callers_that_go_away_at_once_leave_nothing_behind()
    {
        // So that the server notices on one processor that requests break off while it marks their calls as ended on the other.
        for (var round = 0; round < 20; round++)
        {
            using var his = His();
            var calls = Enumerable.Range(0, 50).Select(_ => his.Grouping.GroupStream(his.Options)).ToList();
            foreach (var call in calls)
                await call.RequestStream.WriteAsync(new GroupCaseRequest { Case = Cases.Stroke("c1") }, Token);
            foreach (var call in calls)
                Assert.True(await call.ResponseStream.MoveNext(Token));
        }

        // The shared server fails all tests if its log has an error afterwards.
        using var last = His();
        Assert.Equal(10, await StreamAsync(last, 10));
    }

    private static async Task<int> StreamAsync(His his, int cases)
    {
        using var call = his.Grouping.GroupStream(his.Options.WithDeadline(TimeProvider.System.GetUtcNow().UtcDateTime + Patience));
        var sending = SendAsync(call.RequestStream, cases);
        var answered = 0;
        while (await call.ResponseStream.MoveNext(Token))
        {
            Assert.Equal(($"c{answered}", "BR2"), (call.ResponseStream.Current.CaseId, call.ResponseStream.Current.Adrg));
            answered++;
        }

        await sending;
        return answered;
    }

    private static async Task SendAsync(IClientStreamWriter<GroupCaseRequest> requests, int cases)
    {
        requests.WriteOptions = new WriteOptions(WriteFlags.BufferHint);
        for (var n = 0; n < cases; n++)
        {
            if (n == cases - 1)
                requests.WriteOptions = null;
            await requests.WriteAsync(new GroupCaseRequest { Case = Cases.Stroke($"c{n}") }, Token);
        }

        await requests.CompleteAsync();
    }

    /// <summary>Bytes of the server's memory that are in use now.</summary>
    private long Memory()
    {
        using var process = System.Diagnostics.Process.GetProcessById(shared.Server.ProcessId);
        return process.WorkingSet64;
    }

    private His His(string role = "his") => new(shared.Server.GrpcAddress, shared.ApiKey, role);
}
