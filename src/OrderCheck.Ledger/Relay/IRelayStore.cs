namespace OrderCheck.Ledger.Relay;

/// <summary>
/// What the relay to the insurance bureaus must not lose: under which ids findings were shown, which dispositions a bureau has
/// yet to hear of, and what it said too late. Methods throw <see cref="LedgerUnavailableException"/> as <see cref="ILedger"/>'s
/// do; a write that has ended is on disk.
/// </summary>
public interface IRelayStore
{
    /// <summary>Keeps them; what is kept already stays.</summary>
    Task KeepIdsAsync(string hospital, IReadOnlyCollection<RelayedId> ids, DateTimeOffset at);

    /// <summary>Those of the shown ids that stand for others of the bureau.</summary>
    Task<IReadOnlyList<RelayedId>> FindIdsAsync(string hospital, IReadOnlyCollection<string> shown, CancellationToken cancellation);

    /// <summary>
    /// Keeps them to be sent. What was told just so before changes nothing, whatever became of it; what was told otherwise
    /// before is replaced and sent anew.
    /// </summary>
    /// <returns>How many are new or otherwise.</returns>
    Task<int> KeepDispositionsAsync(IReadOnlyCollection<ToldDisposition> told, DateTimeOffset at);

    /// <summary>Takes the longest waiting that are due: no other process gets them before <paramref name="until"/>.</summary>
    Task<IReadOnlyList<DueDisposition>> ClaimDispositionsAsync(DateTimeOffset now, DateTimeOffset until, int limit);

    /// <summary>
    /// Before a process claims for the first time. Where it is alone on the store, what a process that ended had claimed is due
    /// at once, and what waits is tried anew; where others may be at work, claims run out by themselves.
    /// </summary>
    /// <returns>How many are due that were not.</returns>
    Task<int> BeginAsync(DateTimeOffset now);

    /// <summary>Says what became of them; one that was told otherwise meanwhile stays waiting.</summary>
    Task SettleAsync(IReadOnlyCollection<DueDisposition> dispositions, DispositionOutcome outcome);

    /// <summary>They were sent without an answer and are due again then; one that was told otherwise meanwhile stays as it is.</summary>
    Task PostponeAsync(IReadOnlyCollection<DueDisposition> dispositions, DateTimeOffset until);

    Task<DispositionBacklog> ReadBacklogAsync(CancellationToken cancellation);

    /// <summary>Notes that the bureau has yet to answer about a visit: rows that are empty, see <see cref="ListLateAsync"/>.</summary>
    /// <returns>To mark it delivered by, when the bureau has answered.</returns>
    Task<long> AwaitLateAsync(string hospital, string visitNumber, DateTimeOffset at);

    Task KeepLateAsync(string hospital, string visitNumber, ReadOnlyMemory<byte> rows, DateTimeOffset at);

    /// <summary>What arrived for these visits since a time and was not delivered, oldest first.</summary>
    Task<IReadOnlyList<LateRows>> ListLateAsync(
        string hospital, IReadOnlyCollection<string> visitNumbers, DateTimeOffset since, CancellationToken cancellation);

    Task MarkDeliveredAsync(IReadOnlyCollection<long> numbers, DateTimeOffset at);

    /// <summary>Deletes what is older and waits for nobody any more.</summary>
    /// <returns>How many rows.</returns>
    Task<int> ForgetAsync(DateTimeOffset before);
}
