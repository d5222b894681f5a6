using System.Net;
using System.Text;
using Grpc.Core;
using Microsoft.Data.Sqlite;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using OrderCheck.EndToEnd.Telemetry;
using OrderCheck.Protocol.V1;
using OrderCheck.Tests;
using Xunit;

namespace OrderCheck.EndToEnd.Privacy;

/// <summary>
/// A HIS that puts a patient's name and numbers everywhere they do not belong: nothing of it may come out in the log at its
/// most talkative, in the metrics, or in the traces.
/// </summary>
public sealed class WrongPlacesTests
{
    private const string Name = "独孤误填名";
    private const string Number = "PSN-WRONG-9931";

    [Fact]
    public async Task A_name_in_every_wrong_place_comes_out_nowhere()
    {
        TestPatients.Add(Name, Number);
        await using var collector = new OtlpCollector();
        await using var server = await OwnServer.StartAsync(
            data: null, "--log-level", "trace", "--otlp-endpoint", collector.Endpoint, "--trace-ratio", "1");
        await AsFieldsAsync(server.His);
        await AsHeadersAsync(server);
        await AsAddressesAsync(server);
        await AsBytesAsync(server.His);
        await InABrokenPatientTableAsync(server);

        await KeepMetricsAsync(server);
        await server.Process.StopAsync();

        Assert.NotEmpty(collector.Spans);
        Assert.Contains("\"CallFailed\"", server.Process.Output);
        Assert.Empty(LogSearch.Search(LogSearch.Logs(RunLogs.Folder!), [Name, Number]));
    }

    /// <summary>As ids, as codes, too long, with what no text may have.</summary>
    private static async Task AsFieldsAsync(His his)
    {
        await his.ReportAsync(Name, Number, Admission());
        await his.CheckAsync(Name, Facts.Service(Name, Number));
        await his.PostAsync(Name, "r-" + Name, Facts.Charge(Name, Number));
        await his.SignAsync(Name, "s-" + Name, new Order(Facts.Service(Name, Number)) { Doctor = Name, Department = Number });
        await his.SignAsync(Number, Name, Facts.Service("o1", StarterItems.Plain));
        await Refusal.OfAsync(() => his.PostAsync(Name, "r-" + Name, Facts.Charge("other", Number)));
        await Refusal.OfAsync(() => his.ReportAsync(Name, "r2", Admission(bed: Name + new string('床', 200))));
        await Refusal.OfAsync(() => his.ReportAsync(Name, "r3", Admission(bed: Name + "\u0007")));
        await Refusal.OfAsync(() => his.PostAsync(Name, "r4", new Charge(Facts.Charge("c4", StarterItems.Plain)) { UnitPrice = Name, Quantity = Number }));
        await Refusal.OfAsync(() => his.PostAsync(Name, "r5", Facts.Refund("c5", Facts.Charge(Name + "-unknown", Number), 1)));
        await Refusal.OfAsync(() => his.DescribeAsync(Name + "-unknown"));
    }

    private static async Task AsHeadersAsync(OwnServer server)
    {
        foreach (var header in (string[])["x-oc-person", "x-oc-role", "x-oc-department", "x-oc-hospital", "x-api-key", "tracestate", "baggage", "user-agent"])
        {
            using var http = new HttpClient();
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Process.HttpAddress + "/v1/encounters/v"));
            if (header != "x-api-key")
                request.Headers.Add("x-api-key", server.ApiKey);
            request.Headers.Add("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
            request.Headers.TryAddWithoutValidation(header, $"{Number}={Uri.EscapeDataString(Name)}");
            using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.NotEqual(HttpStatusCode.InternalServerError, response.StatusCode);
        }
    }

    private static async Task AsAddressesAsync(OwnServer server)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("x-api-key", server.ApiKey);
        foreach (var path in (string[])["/v1/encounters/" + Name, "/v1/checks/" + Name, "/v1/late?doctor=" + Name, "/" + Name, "/metrics?name=" + Name, "/health/ready?name=" + Number])
        {
            using var response = await http.GetAsync(new Uri(server.Process.HttpAddress + path), TestContext.Current.CancellationToken);
            Assert.NotEqual(HttpStatusCode.InternalServerError, response.StatusCode);
        }
        foreach (var body in (string[])[$$"""{"encounter":{"visit_number":"{{Name}}"},"{{Name}}":1}""", $$"""{"orders":"{{Name}}""", Name])
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var response = await http.PostAsync(new Uri(server.Process.HttpAddress + "/v1/orders:check"), content, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }
    }

    /// <summary>A message that ends in the middle of the name, and one whose text is not UTF-8 after it.</summary>
    private static async Task AsBytesAsync(His his)
    {
        var bytes = new Marshaller<byte[]>(static body => body, static body => body);
        var method = new Method<byte[], byte[]>(MethodType.Unary, "ordercheck.v1.OrderCheckService", "PostCharges", bytes, bytes);
        var name = Encoding.UTF8.GetBytes(Name);
        foreach (byte[] request in (byte[][])[[0x12, 0x40, .. name], [0x12, (byte)(name.Length + 2), .. name, 0xFF, 0xFE]])
            Assert.Equal(StatusCode.InvalidArgument, (await Assert.ThrowsAsync<RpcException>(async () =>
                await his.Channel.CreateCallInvoker().AsyncUnaryCall(method, null, his.Options, request))).StatusCode);
    }

    /// <summary>A row that does not open any more, then no table at all.</summary>
    private static async Task InABrokenPatientTableAsync(OwnServer server)
    {
        foreach (var damage in (string[])["UPDATE patient SET sealed = zeroblob(64)", "ALTER TABLE patient RENAME TO patient_gone"])
        {
            await using var connection = new SqliteConnection($"Data Source={Path.Combine(server.Data, "installation.db")};Pooling=False");
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are these two.
            command.CommandText = damage;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            await Refusal.OfAsync(() => server.His.ReportAsync(Name, "again", Admission()));
        }
    }

    private static async Task KeepMetricsAsync(OwnServer server)
    {
        var scrape = await Scrape.OfAsync(server.Process, ("x-api-key", await Installation.BootstrapKeyAsync(server.Data)));
        Assert.Equal(HttpStatusCode.OK, scrape.Status);
        Assert.NotNull(scrape.Sum("ordercheck_checks_total"));
        await using var kept = RunLogs.Open("metrics");
        await kept.WriteAsync(scrape.Text);
    }

    private static EncounterEvent Admission(string bed = "01")
    {
        var admission = Facts.Admit("wrong", bed: bed);
        var stay = admission.Admit.Stay;
        (stay.PatientName, stay.PsnNo, stay.PatientNumber, stay.AttendingDoctor, stay.MdtrtId) = (Name, Number, Name, Name, Number);
        return admission;
    }
}
