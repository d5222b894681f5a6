using System.Diagnostics;
using System.Diagnostics.Metrics;
using OrderCheck.Ledger;

namespace OrderCheck.Grains;

/// <summary>The names under which this part is measured and traced. Tags are rules, states and codes; never a patient, visit or doctor.</summary>
public static class GrainTelemetry
{
    public const string Name = "OrderCheck.Grains";

    /// <summary>Where a trace's parent travels with a grain call.</summary>
    private const string Parent = "traceparent";

    internal static Meter Meter { get; } = new(Name);

    internal static InstrumentAdvice<double> Seconds { get; } = new() { HistogramBucketBoundaries = MetricBuckets.Seconds };

    internal static InstrumentAdvice<long> Counts { get; } = new() { HistogramBucketBoundaries = MetricBuckets.Counts };

    private static ActivitySource Source { get; } = new(Name);

    /// <summary>Before a grain is called: its turn becomes part of the caller's trace.</summary>
    internal static void Carry()
    {
        if (Source.HasListeners() && Activity.Current is { Recorded: true } caller)
            RequestContext.Set(Parent, caller.Id!);
    }

    /// <summary>The turn's span; null where nobody traces this call.</summary>
    internal static Activity? Turn(string name) =>
        Source.HasListeners() && RequestContext.Get(Parent) is string parent ? Source.StartActivity(name, ActivityKind.Internal, parent) : null;

    /// <summary>A span of what is done in the caller's own stead; null where nobody traces this call.</summary>
    internal static Activity? Here(string name) =>
        Source.HasListeners() && Activity.Current is { Recorded: true } ? Source.StartActivity(name) : null;
}
