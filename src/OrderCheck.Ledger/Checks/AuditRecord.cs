using OrderCheck.Core.Identity;

namespace OrderCheck.Ledger.Checks;

/// <summary>Who did what, and how it ended. No names, no identity numbers. Times are kept to the microsecond.</summary>
/// <param name="KeyId">The API key used, "" if none.</param>
/// <param name="Operation">Stable, e.g. "CheckOrders".</param>
/// <param name="Subject">What it was about, e.g. an encounter key or a key id; "" if nothing.</param>
/// <param name="Outcome">Stable, e.g. "ok", "not_permitted".</param>
public sealed record AuditRecord(DateTimeOffset At, Caller By, string KeyId, string Operation, string Subject, string Outcome);
