namespace OrderCheck.Core.Rules.Cases.Reading;

/// <summary>What every event of a history has.</summary>
internal readonly record struct EventAt(string Id, int Revision, DateTimeOffset At);
