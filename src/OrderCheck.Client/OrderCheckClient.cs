using Google.Protobuf;
using Microsoft.Extensions.Logging.Abstractions;
using OrderCheck.Client.Checks;
using OrderCheck.Client.Reads;
using OrderCheck.Client.Settings;
using OrderCheck.Client.WarmUp;
using OrderCheck.Client.Wire;
using OrderCheck.Client.Writes;
using OrderCheck.Protocol.V1;

namespace OrderCheck.Client;

/// <summary>
/// Calls OrderCheck for a HIS. Make one for the process and keep it: it is thread-safe and holds the connection.
/// <para>
/// No failure of the service, the network or the request is an exception: each is a value in the result. What throws is a mistake
/// in the calling code (<see cref="ArgumentNullException"/>, <see cref="ObjectDisposedException"/>), and the caller's own
/// cancellation (<see cref="OperationCanceledException"/>: somebody closed the window and nobody wants the result).
/// </para>
/// </summary>
public sealed class OrderCheckClient : IDisposable
{
    private readonly OrderCheckClientOptions _options;
    private readonly IWire _wire;
    private readonly CheckCall _checks;
    private readonly WriteCall _writes;
    private readonly ReadCall _reads;
    private readonly WarmUpCall _warmUp;
    private volatile bool _disposed;

    internal OrderCheckClient(OrderCheckClientOptions options, IWire wire)
    {
        var logger = options.Logger ?? NullLogger.Instance;
        var bounded = new Bounded(wire, options.TimeProvider);
        _options = options;
        _wire = wire;
        _checks = new CheckCall(bounded, options, logger);
        _writes = new WriteCall(bounded, options, logger);
        _reads = new ReadCall(bounded, logger);
        _warmUp = new WarmUpCall(bounded, options, logger);
    }

    /// <summary>Connects at the first call; see <see cref="WarmUpAsync"/>.</summary>
    /// <exception cref="ArgumentException">A setting cannot work; the message names it, its value and what it must be.</exception>
    public static OrderCheckClient Create(OrderCheckClientOptions options)
    {
        OptionsValidator.ThrowIfFaulty(options ?? throw new ArgumentNullException(nameof(options)));
        var copy = options.Copy();
#if NET
        return new OrderCheckClient(copy, new GrpcWire(copy));
#else
        return new OrderCheckClient(copy, new JsonWire(copy));
#endif
    }

    /// <summary>
    /// Opens the connection and goes the way of a check once, so that the first doctor does not pay for it. Nothing is judged and
    /// nothing recorded; it wants the client's own seat to be one that may check. Never throws for a failure: the client works
    /// without it, too.
    /// </summary>
    public Task<WarmUpResult> WarmUpAsync(CancellationToken cancellation = default) =>
        _disposed ? throw Disposed() : _warmUp.RunAsync(cancellation);

    /// <summary>Checks orders before they are signed. Answers within <see cref="OrderCheckClientOptions.CheckDeadline"/>, if need be "unchecked".</summary>
    /// <param name="request">Encounter and 1 to 200 orders.</param>
    /// <param name="seat">Who asks; the client's own seat if null.</param>
    /// <param name="cancellation">The caller no longer wants the answer.</param>
    public Task<CheckResult> CheckOrdersAsync(CheckOrdersRequest request, Seat? seat = null, CancellationToken cancellation = default) =>
        _checks.RunAsync(Copied(request), seat ?? _options.Seat, cancellation);

    /// <summary>Records signed orders. Sign with <see cref="CheckAnswer.CheckId"/> of the check that was seen.</summary>
    /// <inheritdoc cref="PostChargesAsync" path="/param|/returns|/remarks"/>
    public Task<WriteResult> SignOrdersAsync(SignOrdersRequest request, Seat? seat = null, CancellationToken cancellation = default) =>
        WriteAsync(ApiMethods.SignOrders, request, static r => r.RequestId, static (r, id) => r.RequestId = id, seat, cancellation);

    /// <inheritdoc cref="PostChargesAsync" path="/param|/returns|/remarks"/>
    public Task<WriteResult> VerifyOrdersAsync(OrderActionsRequest request, Seat? seat = null, CancellationToken cancellation = default) =>
        ActAsync(ApiMethods.VerifyOrders, request, seat, cancellation);

    /// <summary>The nurse gives orders back to their doctor.</summary>
    /// <inheritdoc cref="PostChargesAsync" path="/param|/returns|/remarks"/>
    public Task<WriteResult> ReturnOrdersAsync(OrderActionsRequest request, Seat? seat = null, CancellationToken cancellation = default) =>
        ActAsync(ApiMethods.ReturnOrders, request, seat, cancellation);

    /// <inheritdoc cref="PostChargesAsync" path="/param|/returns|/remarks"/>
    public Task<WriteResult> ExecuteOrdersAsync(OrderActionsRequest request, Seat? seat = null, CancellationToken cancellation = default) =>
        ActAsync(ApiMethods.ExecuteOrders, request, seat, cancellation);

    /// <inheritdoc cref="PostChargesAsync" path="/param|/returns|/remarks"/>
    public Task<WriteResult> StopOrdersAsync(OrderActionsRequest request, Seat? seat = null, CancellationToken cancellation = default) =>
        ActAsync(ApiMethods.StopOrders, request, seat, cancellation);

    /// <inheritdoc cref="PostChargesAsync" path="/param|/returns|/remarks"/>
    public Task<WriteResult> CancelOrdersAsync(OrderActionsRequest request, Seat? seat = null, CancellationToken cancellation = default) =>
        ActAsync(ApiMethods.CancelOrders, request, seat, cancellation);

    /// <summary>重整: re-issues inherit first-use date and counts.</summary>
    /// <inheritdoc cref="PostChargesAsync" path="/param|/returns|/remarks"/>
    public Task<WriteResult> SupersedeOrdersAsync(SupersedeOrdersRequest request, Seat? seat = null, CancellationToken cancellation = default) =>
        WriteAsync(ApiMethods.SupersedeOrders, request, static r => r.RequestId, static (r, id) => r.RequestId = id, seat, cancellation);

    /// <summary>Records charges and refunds, 1 to 1000 lines.</summary>
    /// <param name="request">
    /// If its request id is empty, one is made and written into it: the same object sent again is the same request.
    /// </param>
    /// <param name="seat">Who acts; the client's own seat if null.</param>
    /// <param name="cancellation">The caller gives up; the write may be recorded nevertheless.</param>
    /// <returns>Recorded, not recorded, or unknown: then send the same again.</returns>
    /// <remarks>Sent again with the same request id while the service cannot be reached, until the write deadline.</remarks>
    public Task<WriteResult> PostChargesAsync(PostChargesRequest request, Seat? seat = null, CancellationToken cancellation = default) =>
        WriteAsync(ApiMethods.PostCharges, request, static r => r.RequestId, static (r, id) => r.RequestId = id, seat, cancellation);

    /// <summary>Records what was decided about findings.</summary>
    /// <inheritdoc cref="PostChargesAsync" path="/param|/returns|/remarks"/>
    public Task<WriteResult> RecordDecisionsAsync(RecordDecisionsRequest request, Seat? seat = null, CancellationToken cancellation = default) =>
        WriteAsync(ApiMethods.RecordDecisions, request, static r => r.RequestId, static (r, id) => r.RequestId = id, seat, cancellation);

    /// <summary>Records what happened to the encounter and what is known of the patient.</summary>
    /// <inheritdoc cref="PostChargesAsync" path="/param|/returns|/remarks"/>
    public Task<WriteResult> ReportEventsAsync(ReportEventsRequest request, Seat? seat = null, CancellationToken cancellation = default) =>
        WriteAsync(ApiMethods.ReportEvents, request, static r => r.RequestId, static (r, id) => r.RequestId = id, seat, cancellation);

    /// <summary>The HIS sends its counts and sums, the answer is the differences.</summary>
    public Task<ReadResult<ReconcileAnswer>> ReconcileAsync(ReconcileRequest request, Seat? seat = null, CancellationToken cancellation = default) =>
        ReadAsync(ApiMethods.Reconcile, request, seat, cancellation);

    /// <summary>
    /// Judges an encounter as a whole, at registration or before discharge. Asked for on purpose, it may take longer than a check
    /// of orders: <see cref="OrderCheckClientOptions.ReadDeadline"/>. Its state may be "unchecked", as any check's.
    /// </summary>
    /// <param name="visitNumber">The HIS's visit number.</param>
    /// <param name="stage"><see cref="Stage.Registration"/> or <see cref="Stage.Discharge"/>.</param>
    /// <param name="seat">Who asks; the client's own seat if null.</param>
    /// <param name="cancellation">The caller no longer wants the answer.</param>
    public Task<ReadResult<CheckAnswer>> CheckEncounterAsync(string visitNumber, Stage stage, Seat? seat = null, CancellationToken cancellation = default) =>
        ReadAsync(
            ApiMethods.CheckEncounter,
            new CheckEncounterRequest { VisitNumber = visitNumber ?? throw new ArgumentNullException(nameof(visitNumber)), Stage = stage },
            seat,
            cancellation);

    /// <summary>An encounter's totals and budget.</summary>
    public Task<ReadResult<EncounterSummary>> GetEncounterAsync(string visitNumber, Seat? seat = null, CancellationToken cancellation = default) =>
        ReadAsync(
            ApiMethods.GetEncounter,
            new GetEncounterRequest { VisitNumber = visitNumber ?? throw new ArgumentNullException(nameof(visitNumber)) },
            seat,
            cancellation);

    /// <summary>A check's recorded answer.</summary>
    public Task<ReadResult<CheckAnswer>> GetCheckAsync(string checkId, Seat? seat = null, CancellationToken cancellation = default) => ReadAsync(
        ApiMethods.GetCheck, new GetCheckRequest { CheckId = checkId ?? throw new ArgumentNullException(nameof(checkId)) }, seat, cancellation);

    /// <summary>What was signed without a complete check and judged since, for its doctor's list.</summary>
    public Task<ReadResult<ListLateAnswer>> ListLateAsync(ListLateRequest request, Seat? seat = null, CancellationToken cancellation = default) =>
        ReadAsync(ApiMethods.ListLate, request, seat, cancellation);

    /// <summary>What interrupted nobody: a day's automatic charges, or what is for the caller's role and not for the doctor.</summary>
    public Task<ReadResult<ListWorkAnswer>> ListWorkAsync(ListWorkRequest request, Seat? seat = null, CancellationToken cancellation = default) =>
        ReadAsync(ApiMethods.ListWork, request, seat, cancellation);

    /// <summary>What each rule said and where it was blind, for the insurance office.</summary>
    public Task<ReadResult<ListRuleCountsAnswer>> ListRuleCountsAsync(ListRuleCountsRequest request, Seat? seat = null, CancellationToken cancellation = default) =>
        ReadAsync(ApiMethods.ListRuleCounts, request, seat, cancellation);

    /// <summary>Closes the connection; calls that are under way fail.</summary>
    public void Dispose()
    {
        _disposed = true;
        _wire.Dispose();
    }

    private Task<WriteResult> ActAsync(
        ApiMethod<OrderActionsRequest, WriteReceipt> method, OrderActionsRequest request, Seat? seat, CancellationToken cancellation) =>
        WriteAsync(method, request, static r => r.RequestId, static (r, id) => r.RequestId = id, seat, cancellation);

    private Task<WriteResult> WriteAsync<TRequest>(
        ApiMethod<TRequest, WriteReceipt> method,
        TRequest request,
        Func<TRequest, string> id,
        Action<TRequest, string> setId,
        Seat? seat,
        CancellationToken cancellation)
        where TRequest : class, IMessage<TRequest>, IDeepCloneable<TRequest>
    {
        if (request is not null && id(request).Length == 0)
            setId(request, RequestIds.New(_options.TimeProvider));
        var copied = Copied(request!);
        return _writes.RunAsync(method, copied, id(copied), seat ?? _options.Seat, cancellation);
    }

    private Task<ReadResult<TAnswer>> ReadAsync<TRequest, TAnswer>(
        ApiMethod<TRequest, TAnswer> method, TRequest request, Seat? seat, CancellationToken cancellation)
        where TRequest : class, IMessage<TRequest>, IDeepCloneable<TRequest>
        where TAnswer : class, IMessage<TAnswer> =>
        _reads.RunAsync(method, Copied(request), seat ?? _options.Seat, _options.ReadDeadline, cancellation);

    /// <summary>The caller may go on changing the message while it is being sent.</summary>
    private TRequest Copied<TRequest>(TRequest request)
        where TRequest : class, IDeepCloneable<TRequest> =>
        _disposed ? throw Disposed() : (request ?? throw new ArgumentNullException(nameof(request))).Clone();

    private static ObjectDisposedException Disposed() => new(nameof(OrderCheckClient));
}
