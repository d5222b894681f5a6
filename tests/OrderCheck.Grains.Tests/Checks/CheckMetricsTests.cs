using System.Diagnostics.Metrics;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Findings;
using OrderCheck.Grains.Checks;

namespace OrderCheck.Grains.Tests.Checks;

/// <summary>Measuring must not cost what it measures.</summary>
public sealed class CheckMetricsTests
{
    private static readonly CheckAnswer Answer = new()
    {
        CheckId = "c1",
        State = CheckState.Partial,
        StateReasons = [new StateReason("rule_failed", ""), new StateReason("ledger_unavailable", "")],
        Findings =
        [
            new Finding
            {
                Key = "k1",
                Rule = "a-rule",
                Title = "",
                Family = "",
                Domain = Domain.Payment,
                Severity = Severity.Suspicion,
                Response = Response.Justify,
                Message = "",
                Folded = true,
            },
        ],
    };

    [Fact]
    public void Where_nobody_listens_a_measured_check_allocates_nothing() => Assert.Equal(0, AllocatedBy(100));

    [Fact]
    public void Where_somebody_listens_it_allocates_nothing_either()
    {
        var heard = 0;
        using var listener = Listen((_, _) => heard++);

        Assert.Equal(0, AllocatedBy(100));

        Assert.True(heard >= 500, $"{heard} measurements were heard.");
    }

    [Fact]
    public void A_checks_cause_is_the_last_reason_and_a_finding_is_counted_under_its_rule()
    {
        var heard = new List<string>();
        using var listener = Listen((instrument, tags) => heard.Add($"{instrument} {string.Join(' ', tags.ToArray().Select(static tag => $"{tag.Key}={tag.Value}"))}"));

        CheckMetrics.Answered(Answer);

        Assert.Contains("ordercheck.checks state=partial cause=ledger_unavailable", heard);
        Assert.Contains("ordercheck.findings rule=a-rule severity=suspicion response=justify folded=true undetermined=false by=check", heard);
    }

    private static long AllocatedBy(int checks)
    {
        Measured(1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Measured(checks);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Measured(int checks)
    {
        for (var i = 0; i < checks; i++)
        {
            var timer = PhaseTimer.Start();
            timer.Lap(CheckPhase.Read);
            timer.Skip();
            timer.End(CheckPhase.Write);
            CheckMetrics.Answered(Answer);
        }
    }

    private delegate void Heard(string instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags);

    private static MeterListener Listen(Heard heard)
    {
        var thread = Environment.CurrentManagedThreadId;
        var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, own) =>
            {
                if (instrument.Meter.Name == GrainTelemetry.Name)
                    own.EnableMeasurementEvents(instrument);
            },
        };
        // Other tests' checks go on meanwhile.
        void On<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
        {
            if (Environment.CurrentManagedThreadId == thread)
                heard(instrument.Name, tags);
        }

        listener.SetMeasurementEventCallback<int>(On);
        listener.SetMeasurementEventCallback<double>(On);
        listener.Start();
        return listener;
    }
}
