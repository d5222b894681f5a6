using OrderCheck.Interop.Nhsa.Relay;
using OrderCheck.Ledger;
using OrderCheck.Ledger.Relay;

namespace OrderCheck.Server.Nhsa.Relay;

/// <summary>A 3101 or 3102 that is at the bureau while we judge it ourselves.</summary>
internal sealed class RelayedCall(
    Bureau bureau, string transaction, Task<BureauReply> reply, long started, LateAnswers late, IRelayStore store, Action<Task> track, TimeProvider time)
{
    /// <summary>What the store may take of an answer's time when the hospital's patience is over; then it is done without.</summary>
    public static readonly TimeSpan StoreLimit = TimeSpan.FromMilliseconds(500);

    private BureauSettings Settings => bureau.Settings;

    private TimeSpan Rest => Settings.Patience - time.GetElapsedTime(started);

    /// <summary>A bureau that answers quickly leaves the rest of the patience to a slow disk.</summary>
    private TimeSpan StoreTime => Rest > StoreLimit ? Rest : StoreLimit;

    /// <summary>The one answer, once ours is there: at the latest when the hospital's patience with the bureau is over.</summary>
    /// <param name="ours">A whole answer in UTF-8.</param>
    public async Task<HisAnswer> CompleteAsync(ReadOnlyMemory<byte> ours, RelayedQuestion question)
    {
        if (Settings.BureauOnly)
            return await PassedOnAsync(ours, question);
        var earlier = late.ListAsync(Settings.Hospital, question.Visits, Settings.Deadline, StoreTime);
        var answer = await InPatienceAsync(question);
        var waiting = await earlier;
        using var own = new OwnAnswer(ours, question.Form);
        var lateRows = waiting.Rows.SelectMany(one => ResultRow.ReadAll(one.Rows, question.Form)).ToList();
        var merged = await MergedAsync(own.Rows, [.. answer.Rows, .. lateRows], question.Form);
        var body = own.Write(merged, new BureauStanding(answer, lateRows.Count, waiting.Lost.Count));
        RelayTelemetry.Answered(transaction, StateOf(answer), answer.Reason);
        return new HisAnswer(body) { Sent = waiting.Numbers.Any() ? DeliveredAsync : null };

        Task DeliveredAsync()
        {
            var kept = late.DeliveredAsync(waiting, lateRows.Count);
            track(kept);
            return kept;
        }
    }

    private async Task<BureauAnswer> InPatienceAsync(RelayedQuestion question)
    {
        var rest = Rest;
        if (!reply.IsCompleted && rest > TimeSpan.Zero)
            await Task.WhenAny(reply, Task.Delay(rest, time));
        if (reply.IsCompleted)
            return Read(await reply, question);
        var awaited = await late.AwaitAsync(Settings.Hospital, question.Visits, StoreTime);
        track(KeepLateAsync(question, awaited));
        return new BureauAnswer(BureauState.Late) { Reason = awaited is null ? BureauAnswer.NotKept : "" };
    }

    /// <param name="awaited">What says that the answer is lost, unless it comes.</param>
    private async Task KeepLateAsync(RelayedQuestion question, long? awaited)
    {
        var answer = Read(await reply, question);
        if (await late.KeepAsync(Settings.Hospital, answer, question.Visits, question.PatientNames) && awaited is { } number && answer.State == BureauState.Answered)
            await late.EndAsync(number);
    }

    private static BureauAnswer Read(BureauReply reply, RelayedQuestion question)
    {
        if (reply.Failure is { } failure)
            return BureauAnswer.Failed(failure);
        var answer = BureauAnswerReader.Read(reply.Body, reply.Charset, question.Form, question.PatientNames);
        // A gateway's page of its own fault says less than its status.
        return answer.State == BureauState.Failed && reply.Status is < 200 or >= 300
            ? BureauAnswer.Failed(FormattableString.Invariant($"status_{reply.Status}"))
            : answer;
    }

    /// <summary>Rows are one only if it is kept which is which, so that no disposition goes astray.</summary>
    private async Task<MergedRows> MergedAsync(IReadOnlyList<ResultRow> ours, IReadOnlyList<ResultRow> theirs, RelayForm form)
    {
        var merge = new RowMerge(Settings.SameRules, form.Severities);
        var merged = merge.Merge(ours, theirs);
        if (merged.Ids.Count == 0)
            return merged;
        try
        {
            await store.KeepIdsAsync(Settings.Hospital, [.. merged.Ids.Select(static id => new RelayedId(id.Shown, id.Bureau))], time.GetUtcNow())
                .WaitAsync(StoreTime, time);
            return merged;
        }
        catch (Exception unavailable) when (unavailable is LedgerUnavailableException or TimeoutException)
        {
            return merge.Side(ours, theirs);
        }
    }

    /// <summary>The bureau's reply as it is; where there is none, what the HIS makes of a bureau that does not answer.</summary>
    private async Task<HisAnswer> PassedOnAsync(ReadOnlyMemory<byte> ours, RelayedQuestion question)
    {
        var whole = await reply;
        var failure = whole.Failure ?? (CanHaveBody(whole.Status) ? null : FormattableString.Invariant($"status_{whole.Status}"));
        RelayTelemetry.Answered(transaction, "passed_on", failure ?? "");
        return failure is not null
            ? new HisAnswer(OwnAnswer.BureauFailed(ours, question.Form, failure))
            : new HisAnswer(whole.Body, Verbatim: true, whole.Status, IsHeader(whole.ContentType) ? whole.ContentType : null);
    }

    /// <summary>Others end the answer with the status: there is nothing in them that a HIS could read.</summary>
    private static bool CanHaveBody(int status) =>
        status >= StatusCodes.Status200OK && status is not (StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or StatusCodes.Status304NotModified);

    /// <summary>What a bureau sends beyond ASCII cannot be sent on, and must not make an error of ours out of its answer.</summary>
    private static bool IsHeader(string? value) => value is not null && value.All(static c => c is >= ' ' and < '\u007f');

    private static string StateOf(BureauAnswer answer) => answer.State switch
    {
        BureauState.Answered => "answered",
        BureauState.Late => "late",
        BureauState.Refused => "refused",
        _ => "failed",
    };
}
