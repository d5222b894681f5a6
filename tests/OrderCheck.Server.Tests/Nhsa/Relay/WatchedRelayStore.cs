using System.Threading.Channels;
using OrderCheck.Ledger;
using OrderCheck.Ledger.Relay;

namespace OrderCheck.Server.Tests.Nhsa.Relay;

/// <summary>The store's relay tables; says when dispositions were settled or postponed, and is down when told to be.</summary>
internal sealed class WatchedRelayStore(IRelayStore inner) : IRelayStore
{
    private readonly Channel<string> _ends = Channel.CreateUnbounded<string>();

    public bool Down { get; set; }

    /// <summary>The next settling or postponing: "Acknowledged 2", "postponed 1".</summary>
    public async Task<string> NextEndAsync() => await _ends.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));

    public Task KeepIdsAsync(string hospital, IReadOnlyCollection<RelayedId> ids, DateTimeOffset at) => Up().KeepIdsAsync(hospital, ids, at);

    public Task<IReadOnlyList<RelayedId>> FindIdsAsync(string hospital, IReadOnlyCollection<string> shown, CancellationToken cancellation) =>
        Up().FindIdsAsync(hospital, shown, cancellation);

    public Task<int> KeepDispositionsAsync(IReadOnlyCollection<ToldDisposition> told, DateTimeOffset at) => Up().KeepDispositionsAsync(told, at);

    public Task<IReadOnlyList<DueDisposition>> ClaimDispositionsAsync(DateTimeOffset now, DateTimeOffset until, int limit) =>
        Up().ClaimDispositionsAsync(now, until, limit);

    public Task<int> BeginAsync(DateTimeOffset now) => Up().BeginAsync(now);

    public async Task SettleAsync(IReadOnlyCollection<DueDisposition> dispositions, DispositionOutcome outcome)
    {
        await Up().SettleAsync(dispositions, outcome);
        _ends.Writer.TryWrite($"{outcome} {dispositions.Count}");
    }

    public async Task PostponeAsync(IReadOnlyCollection<DueDisposition> dispositions, DateTimeOffset until)
    {
        await Up().PostponeAsync(dispositions, until);
        _ends.Writer.TryWrite($"postponed {dispositions.Count}");
    }

    public Task<DispositionBacklog> ReadBacklogAsync(CancellationToken cancellation) => Up().ReadBacklogAsync(cancellation);

    public Task<long> AwaitLateAsync(string hospital, string visitNumber, DateTimeOffset at) => Up().AwaitLateAsync(hospital, visitNumber, at);

    public Task KeepLateAsync(string hospital, string visitNumber, ReadOnlyMemory<byte> rows, DateTimeOffset at) =>
        Up().KeepLateAsync(hospital, visitNumber, rows, at);

    public Task<IReadOnlyList<LateRows>> ListLateAsync(
        string hospital, IReadOnlyCollection<string> visitNumbers, DateTimeOffset since, CancellationToken cancellation) =>
        Up().ListLateAsync(hospital, visitNumbers, since, cancellation);

    public Task MarkDeliveredAsync(IReadOnlyCollection<long> numbers, DateTimeOffset at) => Up().MarkDeliveredAsync(numbers, at);

    public Task<int> ForgetAsync(DateTimeOffset before) => Up().ForgetAsync(before);

    private IRelayStore Up() => Down ? throw new LedgerUnavailableException(LedgerUnavailableException.Down, "It is down.") : inner;
}
