using OrderCheck.Cli.Verbs;

namespace OrderCheck.Cli.Load;

/// <summary>One measurement from the first history to the last figure.</summary>
internal sealed class LoadSession(LoadPlan plan, LoadWard ward, LoadClient client, LoadServer? server, VerbRun run, CancellationToken cancellation)
{
    private const int LinesOfAPost = 20;

    /// <summary>A post costs a sync: as many of them as checks would fill the disk.</summary>
    private const int ChecksOfAPost = 10;

    private const int CallsOfAWarmUp = 50;

    public async Task RunAsync(string? postgres)
    {
        await TellAsync();
        await WarmUpAsync();
        await CompareAsync("one caller", "", 1);
        await CompareAsync($"{plan.Callers} callers", "_many", plan.Callers);
        await BusyAsync();
        await FiftyAsync();
        await PostAsync(postgres);
    }

    private async Task TellAsync()
    {
        var lanes = new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellation };
        await Parallel.ForEachAsync(ward.Patients.Concat(ward.ForWarmUp), lanes, async (patient, _) => await client.TellAsync(0, patient));
        var answer = await client.CheckAsync(0, 0);
        await run.Errors.WriteLineAsync(
            $"{ward.Patients.Count} encounters of {plan.Charges} charges; a check of 5 orders answers {answer.Findings.Count} findings and {answer.Flags.Count} flags in {answer.CalculateSize()} bytes.");
        run.Report("answer_bytes", answer.CalculateSize());
        run.Report("answer_findings", answer.Findings.Count);
    }

    /// <summary>
    /// The server compiles what it runs often a second and a third time, better, and reads what a rule's row says when it is first asked for:
    /// what is measured is a server in use, and each patient of it has been checked.
    /// </summary>
    private async Task WarmUpAsync()
    {
        var started = TimeProvider.System.GetTimestamp();
        var first = 0;
        do
        {
            await Callers.RunAsync(plan.Callers, CallsOfAWarmUp, client.EchoAsync);
            await Callers.RunAsync(plan.Callers, CallsOfAWarmUp, (caller, call) => client.CheckAsync(caller, first + call));
            await Callers.RunAsync(1, CallsOfAWarmUp, (caller, call) => client.CheckAsync(caller, client.Patient(caller, first + call).Fifty));
            await Task.WhenAll(
                Callers.RunAsync(ward.ForWarmUp.Count, 1, (caller, _) => client.PostAsync(caller, ward.ForWarmUp[caller])),
                Callers.RunAsync(1, ward.ForWarmUp.Count, (caller, call) => client.CheckAsync(caller, ward.ForWarmUp[call].Five)));
            first += CallsOfAWarmUp;
        }
        while (TimeProvider.System.GetElapsedTime(started) < plan.WarmUp);
    }

    private async Task CompareAsync(string title, string suffix, int callers)
    {
        var calls = Math.Max(1, plan.Calls / callers);
        var (rounds, total) = callers == 1 ? (plan.Rounds, calls) : (plan.Rounds, calls * 2);
        var compared = await Comparison.RunAsync(
            rounds, () => Callers.RunAsync(callers, total, client.EchoAsync), () => Callers.RunAsync(callers, total, client.CheckAsync));
        await ShowAsync($"check, {title}", compared);
        if (server is not null)
            await WorkAsync(suffix, callers, total);
        Report("echo", suffix, compared.Base);
        Report("check", suffix, compared.Other);
        run.Report($"check_p50_ratio{suffix}", Math.Round(compared.P50, 2));
        run.Report($"check_p99_ratio{suffix}", Math.Round(compared.P99, 2));
        run.Report($"check_throughput_ratio{suffix}", Math.Round(compared.Throughput, 2));
    }

    /// <summary>What a call costs the server's cores: less shaken by what else the machine does than any time.</summary>
    private async Task WorkAsync(string suffix, int callers, int calls)
    {
        var echo = await WorkOfAsync(callers, calls, client.EchoAsync);
        var check = await WorkOfAsync(callers, calls, client.CheckAsync);
        await run.Output.WriteLineAsync($"  server's processor time: {echo:0} µs an empty call, {check:0} µs a check, {check / echo:0.00}×");
        run.Report($"echo_cpu{suffix}_us", Math.Round(echo, 1));
        run.Report($"check_cpu{suffix}_us", Math.Round(check, 1));
    }

    private async Task<double> WorkOfAsync(int callers, int calls, Func<int, int, Task> call)
    {
        var before = server!.Worked;
        await Callers.RunAsync(callers, calls, call);
        return (server.Worked - before).TotalMicroseconds / (callers * calls);
    }

    /// <summary>Checks of one encounter, alone and while another caller posts to the same encounter without a pause.</summary>
    private async Task BusyAsync()
    {
        // Another one each round: none gets more charges than a stay has.
        var round = -1;
        LoadPatient Patient() => ward.Patients[round % ward.Patients.Count];
        Task<Latencies> Checks() => Callers.RunAsync(1, plan.Calls / 4, (caller, _) => client.CheckAsync(caller, Patient().Five));
        var compared = await Comparison.RunAsync(plan.Rounds, () => { round++; return Checks(); }, async () =>
        {
            var patient = Patient();
            using var stop = new CancellationTokenSource();
            var posting = Task.Run(async () =>
            {
                while (!stop.IsCancellationRequested)
                    await client.PostAsync(1, patient);
            });
            var checks = await Checks();
            await stop.CancelAsync();
            await posting;
            return checks;
        });
        await ShowAsync("check while 20 lines at a time are posted to the same encounter", compared);
        run.Report("check_busy_p99_us", Math.Round(compared.Other.P99, 1));
        run.Report("check_busy_p99_ratio", Math.Round(compared.P99, 2));
    }

    private async Task FiftyAsync()
    {
        var calls = plan.Calls / 4;
        var compared = await Comparison.RunAsync(
            plan.Rounds,
            () => Callers.RunAsync(1, calls, client.CheckAsync),
            () => Callers.RunAsync(1, calls, (caller, call) => client.CheckAsync(caller, client.Patient(caller, call).Fifty)));
        await ShowAsync("check of 50 orders against 5", compared);
        run.Report("check_fifty_p99_us", Math.Round(compared.Other.P99, 1));
        run.Report("check_fifty_p99_ratio", Math.Round(compared.P99, 2));
    }

    private async Task PostAsync(string? postgres)
    {
        var posts = Math.Max(1, plan.Calls / ChecksOfAPost);
        var one = await RoundsAsync(() => Callers.RunAsync(1, posts, (caller, call) => client.PostAsync(0, client.Patient(caller, call))));
        await ShowAsync("post of 20 lines, one caller", one);
        run.Report("post_p50_us", Math.Round(one.P50, 1));
        run.Report("post_p99_us", Math.Round(one.P99, 1));

        await using var raw = await IRawInserts.OpenAsync(postgres, ward.Patients.Count, plan.Charges);
        var many = Math.Max(1, posts * 2 / plan.Callers);
        var compared = await Comparison.RunAsync(
            plan.Rounds,
            () => Callers.RunAsync(1, Math.Max(1, many * plan.Callers * LinesOfAPost / IRawInserts.RowsOfACommit), (_, _) => raw.CommitAsync()),
            () => Callers.RunAsync(plan.Callers, many, (caller, call) => client.PostAsync(caller, plan.Callers, call)));
        var (lines, rows) = (compared.Other.PerSecond * LinesOfAPost, compared.Base.PerSecond * IRawInserts.RowsOfACommit);
        var ratio = compared.Throughput * LinesOfAPost / IRawInserts.RowsOfACommit;
        await ShowAsync($"post of 20 lines, {plan.Callers} callers", compared.Other);
        await run.Output.WriteLineAsync($"  {lines:0} lines/s; bare inserts of {IRawInserts.RowsOfACommit} rows a transaction {rows:0} rows/s: {ratio:0.00}×");
        run.Report("post_many_p99_us", Math.Round(compared.Other.P99, 1));
        run.Report("charges_per_s", Math.Round(lines));
        run.Report("raw_insert_per_s", Math.Round(rows));
        run.Report("charges_ratio", Math.Round(ratio, 2));
    }

    private async Task<Latencies> RoundsAsync(Func<Task<Latencies>> round)
    {
        await round();
        var rounds = new List<Latencies>();
        for (var number = 0; number < plan.Rounds; number++)
            rounds.Add(await round());
        return Latencies.MedianOf(rounds);
    }

    private async Task ShowAsync(string title, Latencies of) =>
        await run.Output.WriteLineAsync($"{title}: p50 {of.P50:0} µs, p99 {of.P99:0} µs, {of.PerSecond:0}/s");

    private async Task ShowAsync(string title, Comparison of)
    {
        await run.Output.WriteLineAsync(title);
        await ShowAsync("  base", of.Base);
        await ShowAsync("  this", of.Other);
        await run.Output.WriteLineAsync($"  p50 {of.P50:0.00}×, p99 {of.P99:0.00}×, throughput {of.Throughput:0.00}×");
    }

    private void Report(string name, string suffix, Latencies of)
    {
        run.Report($"{name}_p50{suffix}_us", Math.Round(of.P50, 1));
        run.Report($"{name}_p99{suffix}_us", Math.Round(of.P99, 1));
        run.Report(suffix.Length == 0 ? $"{name}_per_s_one" : $"{name}_per_s", Math.Round(of.PerSecond));
    }
}
