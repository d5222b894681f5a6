using OrderCheck.Client.Tests.Fakes;
using OrderCheck.Client.Tests.Server;
using OrderCheck.EndToEnd.Demo;
using Xunit;

namespace OrderCheck.Client.Tests.Logs;

[Collection(OneServerAtATime.Name)]
public sealed class LogTests(DemoServer demo)
{
    private const string PatientName = "欧阳测试名";

    [Fact]
    public async Task A_refusal_is_logged_by_reason_and_fields_and_never_with_what_was_sent()
    {
        var book = new LogBook();
        using var client = Clients.Patient(Target.AddressOf(demo.Server), options => options.Logger = book);
        var request = Requests.Admit("log");
        request.Events[0].Admit.Stay.PatientName = PatientName;
        request.Events[0].Admit.Stay.Bed = new string('床', 500);
        request.Events[0].Id = "";

        var write = await client.ReportEventsAsync(request, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(WriteState.NotRecorded, write.State);
        var (id, text) = Assert.Single(book.Lines);
        Assert.Equal(4002, id);
        Assert.Contains("ReportEvents", text);
        Assert.Contains("bad_form", text);
        Assert.Contains("events[0].id", text);
        Assert.DoesNotContain(PatientName, text);
        Assert.DoesNotContain("床", text);
    }

    [Fact]
    public async Task Every_failure_of_the_service_is_logged_with_a_stable_id()
    {
        var book = new LogBook();
        var options = Clients.Options();
        options.Logger = book;
        options.WriteDeadline = options.WriteAttemptDeadline = TimeSpan.FromMilliseconds(500);
        using var client = new OrderCheckClient(options, new ScriptedWire().Fails(FailureKind.ServerFault));

        for (var check = 0; check < 4; check++)
            await client.CheckOrdersAsync(Requests.Check(), cancellation: TestContext.Current.CancellationToken);
        await client.WarmUpAsync(TestContext.Current.CancellationToken);
        await client.PostChargesAsync(Requests.Post(requestId: "mine"), cancellation: TestContext.Current.CancellationToken);

        Assert.Equal([4001, 4003, 4005, 4006, 4007], book.Lines.Select(line => line.Id).Distinct().Order());
        Assert.Contains(book.Lines, line => line.Id == 4006 && line.Text.Contains("mine", StringComparison.Ordinal));
    }
}
