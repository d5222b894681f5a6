using Microsoft.Extensions.Logging;

namespace OrderCheck.Grains;

/// <summary>Every message this assembly logs. Event ids stay. Encounters are named by hospital alone: visit numbers are personal.</summary>
internal static partial class GrainLog
{
    [LoggerMessage(Level = LogLevel.Warning, EventId = 3001, EventName = "LedgerUnavailable", Message = "The ledger cannot be used: {Reason}.")]
    public static partial void LedgerUnavailable(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Warning, EventId = 3002, EventName = "LedgerSlow", Message = "The ledger did not answer for an encounter of hospital {Hospital} within {Patience}; its check goes on with what is in memory.")]
    public static partial void LedgerSlow(ILogger logger, string hospital, TimeSpan patience);

    [LoggerMessage(Level = LogLevel.Error, EventId = 3003, EventName = "JudgementFailed", Message = "Check {CheckId} could not be judged.")]
    public static partial void JudgementFailed(ILogger logger, Exception exception, string checkId);

    [LoggerMessage(Level = LogLevel.Information, EventId = 3004, EventName = "WriteConflict", Message = "Another writer of an encounter of hospital {Hospital} was first; reading again.")]
    public static partial void WriteConflict(ILogger logger, string hospital);

    [LoggerMessage(Level = LogLevel.Warning, EventId = 3005, EventName = "JoinPostponed", Message = "Parked facts of an encounter of hospital {Hospital} could not be joined now ({Reason}); they are joined later.")]
    public static partial void JoinPostponed(ILogger logger, string hospital, string reason);

    [LoggerMessage(Level = LogLevel.Warning, EventId = 3006, EventName = "SweepPostponed", Message = "Late judgements wait: {Reason}.")]
    public static partial void SweepPostponed(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Error, EventId = 3007, EventName = "SweepFailed", Message = "Late judgements failed and are tried again.")]
    public static partial void SweepFailed(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, EventId = 3008, EventName = "LedgerUnreadable", Message = "An encounter of hospital {Hospital} could not be read from the ledger.")]
    public static partial void LedgerUnreadable(ILogger logger, Exception exception, string hospital);

    [LoggerMessage(Level = LogLevel.Error, EventId = 3009, EventName = "JoinFailed", Message = "Parked facts of an encounter of hospital {Hospital} contradict what is recorded; they stay parked: {Reason}.")]
    public static partial void JoinFailed(ILogger logger, string hospital, string reason);

    [LoggerMessage(Level = LogLevel.Error, EventId = 3010, EventName = "EncounterUnreachable", Message = "An encounter's grain did not answer a check.")]
    public static partial void EncounterUnreachable(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, EventId = 3020, EventName = "TooManyEncounters", Message = "A patient number of hospital {Hospital} stands for more than {Most} encounters: it is no person's, and their histories are not known.")]
    public static partial void TooManyEncounters(ILogger logger, string hospital, int most);

    [LoggerMessage(Level = LogLevel.Warning, EventId = 3021, EventName = "HistoryUnread", Message = "A patient's history of hospital {Hospital} could not be read; it is tried again.")]
    public static partial void HistoryUnread(ILogger logger, Exception exception, string hospital);

    [LoggerMessage(Level = LogLevel.Error, EventId = 3030, EventName = "ShadowFailed", Message = "What is done behind the answer of check {CheckId} failed.")]
    public static partial void ShadowFailed(ILogger logger, Exception exception, string checkId);

    [LoggerMessage(Level = LogLevel.Warning, EventId = 3040, EventName = "ObservationGivenUp", Message = "What was told of an encounter of hospital {Hospital} beside a question ({Lines} lines) could not be recorded for long; the next question tells it again.")]
    public static partial void ObservationGivenUp(ILogger logger, string hospital, int lines);

    [LoggerMessage(Level = LogLevel.Warning, EventId = 3041, EventName = "ObservationRefused", Message = "What was told of an encounter of hospital {Hospital} beside a question was not recorded: {Subject}.")]
    public static partial void ObservationRefused(ILogger logger, string hospital, string subject);

    [LoggerMessage(Level = LogLevel.Error, EventId = 3042, EventName = "ObservationFailed", Message = "What was told of an encounter of hospital {Hospital} beside a question could not be recorded and is tried again.")]
    public static partial void ObservationFailed(ILogger logger, Exception exception, string hospital);

    [LoggerMessage(Level = LogLevel.Error, EventId = 3011, EventName = "CheckNotRecorded", Message = "Check {CheckId} was answered but could not be recorded: it cannot be replayed.")]
    public static partial void CheckNotRecorded(ILogger logger, Exception exception, string checkId);
}
