namespace OrderCheck.Server;

/// <summary>Of the relay to the insurance bureaus.</summary>
internal static partial class ServerLog
{
    [LoggerMessage(Level = LogLevel.Warning, EventId = 70, EventName = "BureauLeftAlone",
        Message = "The bureau of hospital {Hospital} keeps failing; it is not asked for {Seconds} s. Checks are answered without it.")]
    public static partial void BureauLeftAlone(ILogger logger, string hospital, double seconds);

    [LoggerMessage(Level = LogLevel.Information, EventId = 71, EventName = "BureauBack", Message = "The bureau of hospital {Hospital} answers again.")]
    public static partial void BureauBack(ILogger logger, string hospital);

    [LoggerMessage(Level = LogLevel.Error, EventId = 72, EventName = "LateRowsLost",
        Message = "{Count} late results of the bureau of hospital {Hospital} could not be kept: {Reason}.")]
    public static partial void LateRowsLost(ILogger logger, string hospital, int count, string reason);

    [LoggerMessage(Level = LogLevel.Warning, EventId = 73, EventName = "DispositionsWait",
        Message = "{Count} dispositions did not reach the bureau of hospital {Hospital} ({Reason}); they are sent again until it answers or a day is over.")]
    public static partial void DispositionsWait(ILogger logger, string hospital, int count, string reason);

    [LoggerMessage(Level = LogLevel.Warning, EventId = 74, EventName = "DispositionsRefused",
        Message = "The bureau of hospital {Hospital} refused {Count} dispositions with infcode {Code}.")]
    public static partial void DispositionsRefused(ILogger logger, string hospital, int count, string code);

    [LoggerMessage(Level = LogLevel.Error, EventId = 75, EventName = "DispositionsGivenUp",
        Message = "{Count} dispositions did not reach the bureau of hospital {Hospital} for a day and are given up.")]
    public static partial void DispositionsGivenUp(ILogger logger, string hospital, int count);

    [LoggerMessage(Level = LogLevel.Warning, EventId = 76, EventName = "DispositionsPostponed",
        Message = "Dispositions for the bureaus wait: the store does not answer ({Reason}).")]
    public static partial void DispositionsPostponed(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Error, EventId = 77, EventName = "DispositionsFailed", Message = "Sending dispositions to the bureaus failed; it is tried again.")]
    public static partial void DispositionsFailed(ILogger logger, Exception error);

    [LoggerMessage(Level = LogLevel.Error, EventId = 79, EventName = "RelayFailed", Message = "The relay failed; our own answer went out without the bureau.")]
    public static partial void RelayFailed(ILogger logger, Exception error);
}
