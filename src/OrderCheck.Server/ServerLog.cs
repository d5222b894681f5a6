namespace OrderCheck.Server;

/// <summary>Every message of the server, with a stable id. No patient's name or number is ever an argument.</summary>
internal static partial class ServerLog
{
    [LoggerMessage(Level = LogLevel.Error, EventId = 1, EventName = "CallFailed", Message = "{Method} failed, error id {ErrorId}.")]
    public static partial void CallFailed(ILogger logger, Exception error, string method, string errorId);

    [LoggerMessage(Level = LogLevel.Error, EventId = 2, EventName = "CheckFailed", Message = "A check failed and was answered unchecked.")]
    public static partial void CheckFailed(ILogger logger, Exception error);

    [LoggerMessage(Level = LogLevel.Warning, EventId = 3, EventName = "CheckLate", Message = "A check took over {Milliseconds} ms and was answered unchecked.")]
    public static partial void CheckLate(ILogger logger, double milliseconds);

    [LoggerMessage(Level = LogLevel.Information, EventId = 4, EventName = "ReleaseInUse", Message = "Release {Number} ({Hash}) is in use: {Rules} rules.")]
    public static partial void ReleaseInUse(ILogger logger, long number, string hash, int rules);

    [LoggerMessage(Level = LogLevel.Information, EventId = 80, EventName = "LargeTables", Message = "Release {Number} has {Rows} rows in large tables, of {Bytes} bytes each with their index and texts.")]
    public static partial void LargeTables(ILogger logger, long number, int rows, long bytes);

    [LoggerMessage(Level = LogLevel.Warning, EventId = 5, EventName = "ReleaseRefused", Message = "The rules folder has {Faults} faults; the release in use stays.")]
    public static partial void ReleaseRefused(ILogger logger, int faults);

    [LoggerMessage(Level = LogLevel.Error, EventId = 6, EventName = "DictionaryRefused", Message = "The stored dictionary of hospital {Hospital} has {Faults} faults; it is used without its rows.")]
    public static partial void DictionaryRefused(ILogger logger, string hospital, int faults);

    [LoggerMessage(Level = LogLevel.Information, EventId = 7, EventName = "HospitalOpen", Message = "Hospital {Hospital} is open with dictionary {Number}.")]
    public static partial void HospitalOpen(ILogger logger, string hospital, long number);

    [LoggerMessage(Level = LogLevel.Critical, EventId = 8, EventName = "StartFailed", Message = "The start failed.")]
    public static partial void StartFailed(ILogger logger, Exception error);

    [LoggerMessage(Level = LogLevel.Information, EventId = 9, EventName = "Ready", Message = "Ready after {Seconds:0.0} s.")]
    public static partial void Ready(ILogger logger, double seconds);

    [LoggerMessage(Level = LogLevel.Information, EventId = 10, EventName = "DemoLoaded", Message = "The demo hospital has {Encounters} inpatients, {Recorded} facts were new.")]
    public static partial void DemoLoaded(ILogger logger, int encounters, int recorded);

    [LoggerMessage(Level = LogLevel.Warning, EventId = 11, EventName = "StoreDegraded", Message = "The store does not answer: {Reason}.")]
    public static partial void StoreDegraded(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Information, EventId = 12, EventName = "BootstrapKeyRetired", Message = "An administrator's key exists; the bootstrap key is revoked.")]
    public static partial void BootstrapKeyRetired(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, EventId = 40, EventName = "ReleaseNotArchived",
        Message = "The release in use cannot be archived ({Reason}): until it is, its checks cannot be reproduced once the rules folder has changed. Trying again in {Seconds} s.")]
    public static partial void ReleaseNotArchived(ILogger logger, string reason, double seconds);

    [LoggerMessage(Level = LogLevel.Information, EventId = 41, EventName = "CheckpointTaken", Message = "Checkpoint {Number} is taken, {Heads} encounters have changed.")]
    public static partial void CheckpointTaken(ILogger logger, int number, int heads);

    [LoggerMessage(Level = LogLevel.Warning, EventId = 42, EventName = "CheckpointPostponed", Message = "No checkpoint can be taken now: {Reason}.")]
    public static partial void CheckpointPostponed(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Error, EventId = 43, EventName = "CheckpointFailed", Message = "No checkpoint can be written to {Folder}.")]
    public static partial void CheckpointFailed(ILogger logger, Exception error, string folder);
}
