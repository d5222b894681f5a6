using Microsoft.Extensions.Logging;

namespace OrderCheck.Client;

/// <summary>What this client logs. Reasons, field paths and request ids: never what was sent.</summary>
internal static partial class ClientLog
{
    [LoggerMessage(EventId = 4001, EventName = "CheckUnchecked", Level = LogLevel.Warning,
        Message = "A check was answered unchecked: {Kind} ({Reason}) after {Milliseconds} ms.")]
    public static partial void CheckUnchecked(ILogger logger, FailureKind kind, string reason, long milliseconds);

    [LoggerMessage(EventId = 4002, EventName = "RequestRefused", Level = LogLevel.Error,
        Message = "{Method} was refused: {Kind} ({Reason}), fields {Fields}. The request has to be mended.")]
    public static partial void RequestRefused(ILogger logger, string method, FailureKind kind, string reason, string fields);

    [LoggerMessage(EventId = 4003, EventName = "CircuitOpened", Level = LogLevel.Warning,
        Message = "The service keeps failing; checks are answered unchecked for {Seconds} s.")]
    public static partial void CircuitOpened(ILogger logger, decimal seconds);

    [LoggerMessage(EventId = 4004, EventName = "CircuitClosed", Level = LogLevel.Information, Message = "Checks are sent again.")]
    public static partial void CircuitClosed(ILogger logger);

    [LoggerMessage(EventId = 4005, EventName = "WriteSentAgain", Level = LogLevel.Warning,
        Message = "{Method} {RequestId} failed at attempt {Attempt}: {Kind} ({Reason}); it is sent again.")]
    public static partial void WriteSentAgain(ILogger logger, string method, string requestId, int attempt, FailureKind kind, string reason);

    [LoggerMessage(EventId = 4006, EventName = "WriteUnknown", Level = LogLevel.Error,
        Message = "{Method} {RequestId} is unknown after {Attempts} attempts: {Kind} ({Reason}). Send it again with this request id.")]
    public static partial void WriteUnknown(ILogger logger, string method, string requestId, int attempts, FailureKind kind, string reason);

    [LoggerMessage(EventId = 4007, EventName = "NotWarm", Level = LogLevel.Warning, Message = "The warm-up failed: {Kind} ({Reason}).")]
    public static partial void NotWarm(ILogger logger, FailureKind kind, string reason);
}
