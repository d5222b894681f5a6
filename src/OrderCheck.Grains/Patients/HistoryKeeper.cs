using Microsoft.Extensions.Hosting;
using OrderCheck.Grains.Encounters;

namespace OrderCheck.Grains.Patients;

/// <summary>
/// Has open encounters ask for their patients' histories where no hint came for long: hints get lost with the silo that was to
/// send them.
/// </summary>
internal sealed class HistoryKeeper(OpenEncounters open, TimeProvider time) : BackgroundService
{
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(15);

    /// <summary>At most so many ask at once: after a failure of the store all of them are due.</summary>
    private const int AtOnce = 8;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken };
        while (true)
        {
            await Task.Delay(Period, time, stoppingToken);
            await Parallel.ForEachAsync(open.All.Where(encounter => encounter.History.IsDue), parallel, async (encounter, _) => await encounter.History.RefreshAsync());
        }
    }
}
