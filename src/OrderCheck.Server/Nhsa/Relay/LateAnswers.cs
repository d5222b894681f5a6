using System.Buffers;
using OrderCheck.Interop.Nhsa.Relay;
using OrderCheck.Ledger;
using OrderCheck.Ledger.Relay;

namespace OrderCheck.Server.Nhsa.Relay;

/// <summary>What bureaus said after the HIS was answered: kept, and given with the next answer about the visit.</summary>
internal sealed class LateAnswers(IRelayStore store, TimeProvider time, ILogger<LateAnswers> logger)
{
    /// <summary>What came longer ago is no news at an order screen any more.</summary>
    public static readonly TimeSpan WorthShowing = TimeSpan.FromDays(1);

    /// <summary>After a bureau's deadline, what its reply may take on its way into the store.</summary>
    private static readonly TimeSpan OnItsWay = TimeSpan.FromSeconds(5);

    /// <summary>The HIS is about to be told that the bureau's answer comes later: should it not, that is said too.</summary>
    /// <returns>To be ended by; null where it cannot be noted within the limit, or no visit is known.</returns>
    public async Task<long?> AwaitAsync(string hospital, IReadOnlyList<string> visits, TimeSpan limit)
    {
        if (visits.Count == 0)
            return null;
        try
        {
            return await store.AwaitLateAsync(hospital, visits[0], time.GetUtcNow()).WaitAsync(limit, time);
        }
        catch (Exception unavailable) when (unavailable is LedgerUnavailableException or TimeoutException)
        {
            return null;
        }
    }

    /// <summary>The bureau has answered what was awaited. Where it cannot be noted, it is said to be lost.</summary>
    public async Task EndAsync(long awaited)
    {
        try
        {
            await store.MarkDeliveredAsync([awaited], time.GetUtcNow());
        }
        catch (LedgerUnavailableException)
        {
            // See above: nothing more can be done about it here.
        }
    }

    /// <summary>Ends when the rows are on disk, or are told to be lost.</summary>
    /// <param name="visits">Of the request, the current one first: rows that name none of them are of it. Whoever asks again asks by these.</param>
    /// <returns>False: they are lost.</returns>
    public async Task<bool> KeepAsync(
        string hospital, BureauAnswer answer, IReadOnlyList<string> visits, IReadOnlyCollection<string> patientNames)
    {
        if (answer.Rows.Count == 0)
            return true;
        try
        {
            foreach (var rows in answer.Rows.GroupBy(row => visits.Contains(row.VisitId) || visits.Count == 0 ? row.VisitId : visits[0]))
                await store.KeepLateAsync(hospital, rows.Key, PatientFree.Json(ArrayOf(rows), patientNames), time.GetUtcNow());
            RelayTelemetry.Late(answer.Rows.Count, "kept");
            return true;
        }
        catch (LedgerUnavailableException down)
        {
            RelayTelemetry.Late(answer.Rows.Count, "lost");
            ServerLog.LateRowsLost(logger, hospital, answer.Rows.Count, down.Reason);
            return false;
        }
    }

    /// <summary>What waits to be given; nothing where the store does not say it within the limit.</summary>
    /// <param name="deadline">The bureau's: what is awaited for longer is lost.</param>
    public async Task<LateNews> ListAsync(string hospital, IReadOnlyCollection<string> visits, TimeSpan deadline, TimeSpan limit)
    {
        try
        {
            var now = time.GetUtcNow();
            var all = await store.ListLateAsync(hospital, visits, now - WorthShowing, CancellationToken.None).WaitAsync(limit, time);
            return all.Count == 0 ? LateNews.None : new LateNews(
                [.. all.Where(static one => !one.Rows.IsEmpty)],
                [.. all.Where(one => one.Rows.IsEmpty && now - one.ArrivedAt > deadline + OnItsWay)]);
        }
        catch (Exception unavailable) when (unavailable is LedgerUnavailableException or TimeoutException)
        {
            return LateNews.None;
        }
    }

    /// <summary>They are in an answer. Where it cannot be kept, they come once more with the next.</summary>
    public async Task DeliveredAsync(LateNews late, int rows)
    {
        try
        {
            await store.MarkDeliveredAsync([.. late.Numbers], time.GetUtcNow());
            RelayTelemetry.Late(rows, "delivered");
            RelayTelemetry.Late(late.Lost.Count, "unanswered");
        }
        catch (LedgerUnavailableException)
        {
            RelayTelemetry.Late(rows, "delivered");
        }
    }

    private static byte[] ArrayOf(IEnumerable<ResultRow> rows)
    {
        var buffer = new ArrayBufferWriter<byte>();
        buffer.Write("["u8);
        var first = true;
        foreach (var row in rows)
        {
            if (!first)
                buffer.Write(","u8);
            first = false;
            buffer.Write(row.Json.Span);
        }

        buffer.Write("]"u8);
        return buffer.WrittenSpan.ToArray();
    }
}
