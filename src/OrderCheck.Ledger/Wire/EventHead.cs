namespace OrderCheck.Ledger.Wire;

/// <summary>What every encounter event has: its identity and when it happened.</summary>
internal readonly record struct EventHead(string Id, int Revision, DateTimeOffset At);
