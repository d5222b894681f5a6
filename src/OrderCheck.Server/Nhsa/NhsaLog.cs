namespace OrderCheck.Server.Nhsa;

/// <summary>What the NHSA door logs: one line a call, without a value of the body.</summary>
internal static partial class NhsaLog
{
    [LoggerMessage(Level = LogLevel.Information, EventId = 60, EventName = "NhsaCall",
        Message = "{Transaction} of hospital {Hospital}: {Outcome}, {Candidates} lines asked, {Lines} told, deviations [{Deviations}], {Milliseconds:0.0} ms.")]
    public static partial void Call(
        ILogger logger, string transaction, string hospital, string outcome, int candidates, int lines, string deviations, double milliseconds);

    [LoggerMessage(Level = LogLevel.Error, EventId = 61, EventName = "NhsaCallFailed", Message = "A {Transaction} failed; it was answered as not checked, or as not kept.")]
    public static partial void CallFailed(ILogger logger, Exception error, string transaction);

    [LoggerMessage(Level = LogLevel.Warning, EventId = 62, EventName = "NhsaNameNotKept", Message = "A patient's name of hospital {Hospital} could not be kept ({Reason}); it comes again.")]
    public static partial void NameNotKept(ILogger logger, string hospital, string reason);

    [LoggerMessage(Level = LogLevel.Warning, EventId = 64, EventName = "NhsaNotWarmedUp", Message = "The way of a 3101 could not be warmed up; the first one takes longer.")]
    public static partial void NotWarmedUp(ILogger logger, Exception error);

    [LoggerMessage(Level = LogLevel.Warning, EventId = 63, EventName = "NhsaVisitNotKept", Message = "What was told of a patient's other visit in hospital {Hospital} could not be kept.")]
    public static partial void VisitNotKept(ILogger logger, Exception error, string hospital);
}
