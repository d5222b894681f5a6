using Microsoft.Extensions.Logging;

namespace OrderCheck.Ledger;

/// <summary>Every log message of the ledger, with a stable event id. None holds an identity or a body.</summary>
internal static partial class LedgerLog
{
    [LoggerMessage(Level = LogLevel.Information, EventId = 1, EventName = "StoreOpened", Message = "The {Kind} store is open at {Place}.")]
    public static partial void StoreOpened(ILogger logger, StoreKind kind, string place);

    [LoggerMessage(Level = LogLevel.Warning, EventId = 2, EventName = "RecordsDropped",
        Message = "{Count} checks or audit records were dropped: {Reason}.")]
    public static partial void RecordsDropped(ILogger logger, int count, string reason);

    [LoggerMessage(Level = LogLevel.Warning, EventId = 3, EventName = "BatchRetriedSingly",
        Message = "A batch of {Count} units met {Reason}; its units are retried one by one.")]
    public static partial void BatchRetriedSingly(ILogger logger, int count, string reason);
}
