namespace OrderCheck.Server.Errors;

/// <summary>A stream's caller neither sent nor took a message for too long.</summary>
public sealed class StreamIdleException(TimeSpan limit)
    : Exception($"The stream was ended because its caller sent or took nothing for {limit.TotalSeconds} s. What was answered before stands.");
