using System.Diagnostics;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.EndToEnd.Workstations;

/// <summary>20 000 automatic lines at midnight: all are judged and listed, and doctors who check meanwhile do not notice.</summary>
[Collection(SharedServerCollection.Name)]
public sealed class MidnightTests(SharedServer shared)
{
    private const int Patients = 20;
    private const int LinesOfEach = 1000;
    private const int Measured = 400;

    /// <summary>Measures, so it runs only when asked for by name: on a machine that does other things it says nothing.</summary>
    [Fact(Explicit = true)]
    public async Task The_batch_of_midnight_slows_no_check_by_more_than_a_fifth()
    {
        await shared.His.ReportAsync("awake", "admit", Facts.Admit("awake"));
        for (var patient = 0; patient < Patients; patient++)
            await shared.His.ReportAsync($"asleep-{patient}", "admit", Facts.Admit($"asleep-{patient}"));
        await PostAsync("warm", 0);
        await ChecksAsync(Measured, CancellationToken.None);
        var quiet = await ChecksAsync(Measured, CancellationToken.None);

        using var over = new CancellationTokenSource();
        var started = Stopwatch.GetTimestamp();
        var batch = Task.WhenAll(Enumerable.Range(0, Patients).Select(patient => PostAsync("midnight", patient)));
        var during = ChecksAsync(int.MaxValue, over.Token);
        var receipts = await batch;
        var took = Stopwatch.GetElapsedTime(started);
        await over.CancelAsync();
        var busy = await during;

        Assert.All(receipts, receipt => Assert.Equal((LinesOfEach, 0), (receipt.Recorded, receipt.Findings.Count)));
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"quiet p50 {At(quiet, 0.5)} p99 {At(quiet, 0.99)} µs of {quiet.Count}; at midnight p50 {At(busy, 0.5)} p99 {At(busy, 0.99)} µs of {busy.Count}; batch {took.TotalMilliseconds:0} ms");
        Assert.True(At(busy, 0.5) <= 1.2 * At(quiet, 0.5), $"quiet {At(quiet, 0.5)} µs, at midnight {At(busy, 0.5)} µs");
    }

    private async Task<WriteReceipt> PostAsync(string request, int patient)
    {
        var charges = Enumerable.Range(0, LinesOfEach)
            .Select(line => new Charge(Facts.Charge($"{request}-{line}", line % 10 == 0 ? StarterItems.OncePerDay : StarterItems.Plain)) { Automatic = true, Ward = $"N{patient}" })
            .ToArray();
        return await shared.His.PostAsync($"asleep-{patient}", request, charges);
    }

    /// <summary>Microseconds of each check, one after another.</summary>
    private async Task<List<double>> ChecksAsync(int most, CancellationToken over)
    {
        var times = new List<double>();
        while (times.Count < most && !over.IsCancellationRequested)
        {
            var started = Stopwatch.GetTimestamp();
            await shared.His.CheckAsync("awake", Facts.Service($"o{times.Count}", StarterItems.OncePerDay, quantity: "2"));
            times.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds);
        }
        times.Sort();
        return times;
    }

    private static double At(List<double> sorted, double share) => Math.Round(sorted[(int)(share * (sorted.Count - 1))]);
}
