using System.CommandLine;
using OrderCheck.Cli.Servers;
using OrderCheck.Cli.Verbs;
using OrderCheck.Core.Amounts;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Simulation;
using OrderCheck.Protocol.V1;

namespace OrderCheck.Cli.Morning;

/// <summary>Plays a doctor's morning against a demo server.</summary>
internal sealed class MorningVerb : IVerb
{
    private readonly Option<string> _rules = ServerOptions.Rules();
    private readonly Option<string> _apiKey = ServerOptions.ApiKey();
    private readonly Option<string> _server = new("--server")
    {
        Description = "Address of the demo server's gRPC port.",
        DefaultValueFactory = _ => ServerOptions.DefaultServer,
    };

    public string Path => "morning";

    public string Summary => "Play a doctor's morning against a demo server: orders, findings, charges, a refund, totals.";

    public IReadOnlyList<string> Examples => ["morning", "morning --rules my-rules --server http://127.0.0.1:5081"];

    public void Configure(Command command)
    {
        foreach (var option in (Option[])[_server, _apiKey, _rules])
            command.Options.Add(option);
    }

    public async Task<ExitCode> RunAsync(VerbRun run, CancellationToken cancellation)
    {
        var time = TimeProvider.System;
        var now = time.GetUtcNow();
        var release = await ReleaseFolder.LoadAsync(run.Arguments.GetValue(_rules)!, run.Errors);
        var demo = DemoHospital.Create(release, DemoHospital.DefaultSeed, now);
        var patients = demo.Encounters.Select(encounter => MorningPatient.Of(encounter, code => InsuranceOf(release, code), now)).ToList();
        var limits = new PublishedLimits(release, demo.Hospital.TimeZone.Day(now));
        var sheet = new OrderSheet(now);
        var drafts = new MorningRound(limits, patients, sheet).Plan();

        var dictionary = DictionaryBuilder.Build(demo.Hospital, 1, demo.DictionarySeed).Dictionary
            ?? HospitalDictionary.Empty(demo.Hospital);
        var billing = new BillingDesk(dictionary, sheet.Mark, now);
        var chart = new MorningChart(run.Output);
        using var server = new RunningServer(run.Arguments.GetValue(_server)!);
        var shift = new MorningShift(server, run.Arguments.GetValue(_apiKey)!, billing, chart, sheet.Mark, time);
        foreach (var draft in drafts)
            await shift.WorkAsync(draft, cancellation);
        await MistypeAsync(patients[0], limits, billing, shift, chart, cancellation);
        Report(run, drafts, shift, chart);
        return ExitCode.Clean;
    }

    /// <summary>A nurse types a price too high, sees it, and takes the line back: the totals end where they began.</summary>
    private static async Task MistypeAsync(
        MorningPatient patient,
        PublishedLimits limits,
        BillingDesk billing,
        MorningShift shift,
        MorningChart chart,
        CancellationToken cancellation)
    {
        chart.Patient(patient);
        chart.Totals("退费前后累计：计费前", await shift.DescribeAsync(patient, cancellation));
        var (item, row) = limits.With<PriceCeiling>(ceiling => ceiling.Kind == PriceCeiling.Highest && ceiling.Level is null or 3 && ceiling.Ceiling > 0).FirstOrDefault();
        item ??= limits.Freest("项目").First();
        var price = Money.FromYuan((row?.Ceiling ?? 10) + 1);
        var charge = billing.BillAt(item.Code, item.Name, item.Unit ?? "次", price, patient);
        var encounter = new EncounterRef { VisitNumber = patient.VisitNumber };
        await shift.ChargeAsync(patient, encounter, [charge], refundsLast: true, cancellation);
        chart.Totals("退费前后累计：退费后", await shift.DescribeAsync(patient, cancellation));
    }

    private static void Report(VerbRun run, IReadOnlyList<Draft> drafts, MorningShift shift, MorningChart chart)
    {
        var micros = shift.CheckMicros.Order().ToList();
        var median = micros.Count == 0 ? 0 : micros[micros.Count / 2];
        chart.Line("");
        chart.Line(
            $"小结：{drafts.Count} 位患者，{shift.Orders} 条医嘱，{shift.Findings} 条提示，签署 {shift.Signed} 条，"
            + $"费用 {shift.ChargeLines} 行（退费 {shift.Refunds} 行），判定用时中位数 {median / 1000m:0.00} 毫秒");
        run.Report("patients", drafts.Count);
        run.Report("orders", shift.Orders);
        run.Report("findings", shift.Findings);
        run.Report("signed", shift.Signed);
        run.Report("charge_lines", shift.ChargeLines);
        run.Report("refunds", shift.Refunds);
        run.Report("check_p50_us", median);
    }

    private static string InsuranceOf(Release release, string code) =>
        release.Codes.InsuranceTypes.TryGetValue(code, out var type) ? type.Insurance : code == "310" ? "职工" : "居民";
}
