using OrderCheck.Core.Checks;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Identity;
using OrderCheck.Ledger.Checks;
using OrderCheck.Ledger.Tests.Places;
using Xunit;

namespace OrderCheck.Ledger.Tests.Contract;

/// <summary>Checks and audit, written behind the answer.</summary>
public abstract class CheckContract(Func<StorePlace> makePlace) : StoreContract(makePlace)
{
    [Fact]
    public async Task A_check_is_found_as_it_was_recorded_though_nobody_waited_for_the_disk()
    {
        var check = Check("K1");
        Assert.True(Store.Checks.RecordCheck(check));
        var found = await Store.Checks.FindAsync(Stay.Hospital, "K1", Cancellation);
        Assert.Equal(check with { Inputs = default, Answer = default }, found! with { Inputs = default, Answer = default });
        Assert.Equal(check.Inputs.ToArray(), found.Inputs.ToArray());
        Assert.Equal(check.Answer.ToArray(), found.Answer.ToArray());
        Assert.Null(await Store.Checks.FindAsync("H2", "K1", Cancellation));
        Assert.Null(await Store.Checks.FindAsync(Stay.Hospital, "K2", Cancellation));
    }

    [Fact]
    public async Task Checks_of_two_months_are_found_also_after_a_restart()
    {
        Store.Checks.RecordCheck(Check("old") with { EvaluatedAt = new DateTimeOffset(2025, 12, 31, 23, 59, 59, TimeSpan.Zero) });
        Store.Checks.RecordCheck(Check("new") with { EvaluatedAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) });
        await Store.DisposeAsync();
        var again = await Place.OpenAsync();
        Assert.NotNull(await again.Checks.FindAsync(Stay.Hospital, "old", Cancellation));
        Assert.NotNull(await again.Checks.FindAsync(Stay.Hospital, "new", Cancellation));
        Assert.Equal(0, Store.Checks.Dropped);
    }

    [Fact]
    public async Task Checks_that_are_written_together_are_each_found_as_they_were()
    {
        static byte[] Bytes(int of, int length) => [.. Enumerable.Range(0, length).Select(at => (byte)(at * of % 251))];
        CheckRecord[] checks = [.. Enumerable.Range(1, 40).Select(of => Check($"T{of}") with { Inputs = Bytes(of, of * 997), Answer = Bytes(of + 1, of * 499) })];
        Assert.All(checks, check => Assert.True(Store.Checks.RecordCheck(check)));
        foreach (var check in checks)
        {
            var found = (await Store.Checks.FindAsync(Stay.Hospital, check.CheckId, Cancellation))!;
            Assert.Equal(check.Inputs.ToArray(), found.Inputs.ToArray());
            Assert.Equal(check.Answer.ToArray(), found.Answer.ToArray());
        }
        Assert.Equal(0, Store.Checks.Dropped);
    }

    [Fact]
    public async Task Audit_is_listed_by_hospital_and_time()
    {
        var audit = new AuditRecord(Units.Morning, Units.His, "k1", "CheckOrders", Stay.ToString(), "ok");
        Store.Checks.RecordAudit(audit with { At = Units.Morning.AddSeconds(2), Outcome = "not_permitted" });
        Store.Checks.RecordAudit(audit);
        Store.Checks.RecordAudit(audit with { At = Units.Morning.AddSeconds(3) });
        Store.Checks.RecordAudit(audit with { By = Units.His with { Hospital = "H2" } });
        var listed = await Store.Checks.ListAuditAsync(Stay.Hospital, Units.Morning, Units.Morning.AddSeconds(3), 10, Cancellation);
        Assert.Equal([audit, audit with { At = Units.Morning.AddSeconds(2), Outcome = "not_permitted" }], listed);
        Assert.Single(await Store.Checks.ListAuditAsync(Stay.Hospital, Units.Morning, Units.Morning.AddSeconds(3), 1, Cancellation));
    }

    [Fact]
    public async Task What_rules_said_is_summed_by_hospital_day_rule_and_missing_input()
    {
        var day = new DateOnly(2026, 3, 2);
        var said = new RuleCount(Stay.Hospital, day, "a-rule", false, "", 2);
        foreach (var count in new[]
        {
            said, said with { Times = 3 }, said with { Day = day.AddDays(1), Times = 1 }, said with { Day = day.AddDays(2) }, said with { Hospital = "H2" },
            said with { Input = "patient.Sex", Times = 7 }, said with { Shadow = true, Times = 4 }, said with { Rule = "another-rule", Times = 9 },
            said with { Input = RuleCount.Of(DecisionKind.SelfPay), Times = 1 }, said with { Input = RuleCount.Of(DecisionKind.SelfPay), Times = 1 },
            said with { Input = RuleCount.Folded, Times = 5 },
        })
            Assert.True(Store.Checks.RecordRuleCount(count));

        var listed = await Store.Checks.ListRuleCountsAsync(Stay.Hospital, day, day.AddDays(1), Cancellation);

        Assert.Equal(
            [
                said with { Times = 6 },
                said with { Input = RuleCount.Of(DecisionKind.SelfPay), Times = 2 },
                said with { Input = RuleCount.Folded, Times = 5 },
                said with { Input = "patient.Sex", Times = 7 },
                said with { Shadow = true, Times = 4 },
                said with { Rule = "another-rule", Times = 9 },
            ],
            listed.OrderByDescending(count => count.Rule == "a-rule").ThenBy(count => count.Shadow).ThenBy(count => count.Input, StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_does_not_fit_into_the_queue_is_dropped_and_counted_and_the_caller_never_waits()
    {
        const int Recorded = 20_000;
        var small = await Place.OpenAsync(options => options.CheckQueue = 10);
        var accepted = Enumerable.Range(0, Recorded).Count(i => small.Checks.RecordCheck(Check($"K{i}")));
        await small.Checks.FlushAsync(Cancellation);
        var stored = await Place.CountChecksAsync();
        Assert.True(small.Checks.Dropped > 0, "A queue of 10 took 20 000 checks at once.");
        Assert.Equal(Recorded - accepted, small.Checks.Dropped);
        Assert.Equal(accepted, stored);
    }

    [Fact]
    public async Task Many_checks_recorded_at_once_are_all_stored()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(part => Task.Run(() =>
        {
            for (var i = 0; i < 250; i++)
                Store.Checks.RecordCheck(Check($"K{part}-{i}"));
        })));
        await Store.Checks.FlushAsync(Cancellation);
        Assert.Equal(1000, await Place.CountChecksAsync());
        Assert.Equal(0, Store.Checks.Dropped);
    }

    protected static CheckRecord Check(string id) => new()
    {
        CheckId = id,
        Encounter = Stay,
        Stage = Stage.Order,
        EvaluatedAt = Units.Morning.AddMicroseconds(7),
        By = new Caller(Stay.Hospital, Role.Doctor, "0301", "D0007"),
        Inputs = new byte[] { 1, 2 },
        Answer = new byte[] { 3 },
    };
}
