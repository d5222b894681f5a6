using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace OrderCheck.Ledger;

/// <summary>The names under which this part is measured and traced. Nothing that is measured here names a patient.</summary>
public static class LedgerTelemetry
{
    public const string Name = "OrderCheck.Ledger";

    internal static Meter Meter { get; } = new(Name);

    internal static ActivitySource Source { get; } = new(Name);
}
