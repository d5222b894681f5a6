using System.Collections.Concurrent;
using OrderCheck.Interop.Nhsa;
using OrderCheck.Interop.Nhsa.Relay;
using OrderCheck.Ledger.Relay;

namespace OrderCheck.Server.Nhsa.Relay;

/// <summary>
/// Sends on what a hospital's bureau has to see of its 3101, 3102 and 3103. Nothing of it delays or fails our own answer.
/// </summary>
internal sealed class BureauRelay(
    Bureaus bureaus, IRelayStore store, LateAnswers late, DispositionSender sender, TimeProvider time) : IHostedService
{
    private readonly ConcurrentDictionary<Task, bool> _underWay = new();

    /// <summary>Null where the hospital has no bureau: then the request is ours alone.</summary>
    /// <param name="transaction">NHSA's number, "3101" or "3102".</param>
    /// <param name="body">As it came, unread.</param>
    public RelayedCall? Begin(string hospital, string transaction, ReadOnlyMemory<byte> body, string? contentType)
    {
        if (bureaus.Of(hospital) is not { } bureau)
            return null;
        var started = time.GetTimestamp();
        // The call may outlast the HIS's, and with it the memory that the body lies in.
        var reply = bureau.SendAsync(transaction, body.ToArray(), contentType);
        Track(reply);
        return new RelayedCall(bureau, transaction, reply, started, late, store, Track, time);
    }

    /// <summary>Which of a 3103's dispositions are of our findings, and which of the bureau's.</summary>
    /// <exception cref="Ledger.LedgerUnavailableException">It cannot be told now.</exception>
    public async Task<DispositionRoutes> RouteAsync(string hospital, IReadOnlyList<NhsaDisposition> told, CancellationToken cancellation)
    {
        if (bureaus.Of(hospital) is null)
            return new DispositionRoutes(told, []);
        var ids = await store.FindIdsAsync(hospital, [.. told.Select(static one => one.WarningId).Distinct()], cancellation);
        return DispositionRoutes.Of(told, ids.Select(static id => new MappedId(id.Shown, id.Bureau)));
    }

    /// <summary>Keeps the bureau's to be sent. When it has ended they are on disk.</summary>
    /// <param name="body">Of the 3103, as it came.</param>
    /// <exception cref="Ledger.LedgerUnavailableException">They could not be kept: the HIS has to tell them again.</exception>
    public async Task KeepAsync(string hospital, ReadOnlyMemory<byte> body, string? charset, string warnType, DispositionRoutes routes, FeedbackForm form)
    {
        if (routes.Bureau.Count == 0)
            return;
        var envelope = KeptEnvelope.Of(BodyText.Utf8(body, charset), form);
        await store.KeepDispositionsAsync(
            [.. routes.Bureau.Select(one => new ToldDisposition(hospital, one.WarningId, warnType, one.Continue ? "1" : "2", one.Reason ?? "", envelope))],
            time.GetUtcNow());
        sender.Wake();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Waits for what bureaus still have to say, as long as the process may take for stopping.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAny(QuietAsync(), Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken));
        foreach (var bureau in bureaus.All)
            bureau.Stop();
        await QuietAsync();
    }

    /// <summary>Ends when nothing is on its way to a bureau or from it into the store.</summary>
    internal async Task QuietAsync()
    {
        while (!_underWay.IsEmpty)
            await Task.WhenAll(_underWay.Keys);
    }

    private void Track(Task task)
    {
        _underWay.TryAdd(task, true);
        task.ContinueWith(done => _underWay.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }
}
