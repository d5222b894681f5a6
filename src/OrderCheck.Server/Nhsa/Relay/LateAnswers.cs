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

    /// <summary>Ends when the rows are on disk, or are told to be lost.</summary>
    /// <param name="visits">Of the request, the current one first: rows that name no visit are of it.</param>
    public async Task KeepAsync(
        string hospital, BureauAnswer answer, IReadOnlyList<string> visits, IReadOnlyCollection<string> patientNames)
    {
        if (answer.Rows.Count == 0)
            return;
        try
        {
            foreach (var rows in answer.Rows.GroupBy(row => row.VisitId.Length > 0 || visits.Count == 0 ? row.VisitId : visits[0]))
                await store.KeepLateAsync(hospital, rows.Key, PatientFree.Json(ArrayOf(rows), patientNames), time.GetUtcNow());
            RelayTelemetry.Late(answer.Rows.Count, "kept");
        }
        catch (LedgerUnavailableException down)
        {
            RelayTelemetry.Late(answer.Rows.Count, "lost");
            ServerLog.LateRowsLost(logger, hospital, answer.Rows.Count, down.Reason);
        }
    }

    /// <summary>What waits to be given; nothing where the store does not say it within the limit.</summary>
    public async Task<IReadOnlyList<LateRows>> ListAsync(string hospital, IReadOnlyCollection<string> visits, TimeSpan limit)
    {
        try
        {
            return await store.ListLateAsync(hospital, visits, time.GetUtcNow() - WorthShowing, CancellationToken.None).WaitAsync(limit, time);
        }
        catch (Exception unavailable) when (unavailable is LedgerUnavailableException or TimeoutException)
        {
            return [];
        }
    }

    /// <summary>They are in an answer. Where it cannot be kept, they come once more with the next.</summary>
    public async Task DeliveredAsync(IReadOnlyCollection<LateRows> late, int rows)
    {
        try
        {
            await store.MarkDeliveredAsync([.. late.Select(static one => one.Number)], time.GetUtcNow());
            RelayTelemetry.Late(rows, "delivered");
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
