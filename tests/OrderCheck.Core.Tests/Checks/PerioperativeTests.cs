using OrderCheck.Core.Encounters;
using OrderCheck.Core.Orders;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>Antibacterials around an operation.</summary>
public sealed class PerioperativeTests
{
    private static readonly Rulebook ForThyroid = Rulebook.With((
        "perioperative_antibiotics",
        $"item_code,procedures,operation,incision,usable,most_minutes_before,most_hours_after,infections\n{Items.Penicillin},06.2-06.5,甲状腺手术,Ⅰ,是,60,24,J12-J18|T81.4\n"));

    private static readonly Rulebook WithLeast = Rulebook.With(
        ("perioperative_antibiotics",
        $"item_code,procedures,operation,incision,usable,least_minutes_before,most_minutes_before,most_hours_after,infections\n{Items.Penicillin},06.2-06.5,甲状腺手术,Ⅰ,是,30,60,24,J12-J18|T81.4\n{Items.Aspirin},06.2-06.5,甲状腺手术,Ⅰ,否,,,,J12-J18\n"),
        ("coded_operations", $"procedures,items,name,coded_must_be_charged\n06.4|06.5,{Items.Acupuncture},甲状腺切除术,否\n"));

    private static readonly Inpatient Operated = Inpatient.Female(45)
        .With(new ProcedureRecorded("06.400", "甲状腺切除术", true, null) { Id = "op", OccurredAt = When.Day(2, 10) });

    [Theory]
    [InlineData(2, 8, "prophylaxis-too-early")]
    [InlineData(2, 9, null)]
    [InlineData(3, 10, null)]
    [InlineData(3, 11, "prophylaxis-too-long")]
    [InlineData(9, 11, null)]
    public void It_is_given_within_the_hour_before_and_ended_within_a_day(int day, int hour, string? rule) =>
        Assert.Equal(rule, Found(Operated, day, hour));

    [Fact]
    public void A_treatment_of_an_infection_is_no_prophylaxis() => Assert.Null(Found(Operated.Diagnosed("T81.400", "操作后的感染"), 4, 10));

    [Fact]
    public void Without_an_operation_nothing_is_asked() => Assert.Null(Found(Inpatient.Female(45), 2, 8));

    [Fact]
    public void Of_an_operation_without_an_hour_nobody_knows_how_long_before_it_was()
    {
        var dated = Inpatient.Female(45).With(new ProcedureRecorded("06.400", null, true, null) { Id = "op", OccurredAt = When.Day(2, 0) });

        var answer = dated.OrderingAt(When.Day(2, 7), ForThyroid, Ordered.Drug(Items.Penicillin) with { StartAt = When.Day(2, 8) });

        Assert.Equal("operation.MinutesBefore", Assert.Single(answer.Blind).Input);
    }

    [Fact]
    public void An_infants_drugs_have_nothing_to_do_with_its_mothers_operation() => Assert.Empty(Operated.GaveBirth("1", Sex.Male)
        .OrderingAt(When.Day(3, 11), ForThyroid, Ordered.Drug(Items.Penicillin) with { StartAt = When.Day(3, 16), InfantNo = "1" }).Findings);

    [Theory]
    [InlineData(61, "prophylaxis-too-early")]
    [InlineData(60, null)]
    [InlineData(30, null)]
    [InlineData(29, "prophylaxis-too-late")]
    [InlineData(0, "prophylaxis-too-late")]
    [InlineData(-1, "prophylaxis-after-incision")]
    [InlineData(-1440, "prophylaxis-after-incision")]
    [InlineData(-1441, "prophylaxis-too-long")]
    public void It_is_given_at_the_latest_half_an_hour_before(int minutesBefore, string? rule) =>
        Assert.Equal(rule, Given(Operated, When.Day(2, 10).AddMinutes(-minutesBefore)).SingleOrDefault()?.Rule);

    [Fact]
    public void A_dose_after_the_incision_is_in_order_where_another_was_before()
    {
        var before = Ordered.Drug(Items.Penicillin) with { Id = "before", StartAt = When.Day(2, 9) };

        Assert.Empty(Given(Operated.Signed(before), When.Day(2, 13)));
    }

    [Fact]
    public void What_is_arranged_is_judged_as_what_is_done()
    {
        var arranged = Inpatient.Female(45).With(Thyroid with { Planned = true });

        Assert.Equal("prophylaxis-too-early", Assert.Single(Given(arranged, When.Day(2, 8))).Rule);
        Assert.Empty(Given(arranged, When.Day(2, 9)));
        Assert.Empty(Given(arranged.With(Thyroid with { Planned = true, Withdrawn = true, Revision = 1 }), When.Day(2, 8)));
    }

    [Fact]
    public void Once_it_is_done_at_another_hour_that_counts()
    {
        var moved = Inpatient.Female(45).With(Thyroid with { Planned = true }).With(Thyroid with { Id = "done", OccurredAt = When.Day(2, 8).AddMinutes(40) });

        Assert.Empty(Given(moved, When.Day(2, 8)));
    }

    [Theory]
    [InlineData("06.3900", false, true)]
    [InlineData(null, false, true)]
    [InlineData("06.3900", true, false)]
    public void What_an_order_asks_for_is_seen_until_it_is_cancelled(string? code, bool cancelled, bool found)
    {
        var operation = Ordered.Service(Items.Acupuncture) with { Id = "operation", ProcedureCode = code, StartAt = When.Day(2, 10) };
        var patient = Inpatient.Female(45).Signed(operation);
        if (cancelled)
            patient = patient.With(new OrderCancelled("operation", null) { Id = "cancel", OccurredAt = When.Day(1, 20) });

        Assert.Equal(found ? ["prophylaxis-too-early"] : [], Given(patient, When.Day(2, 8)).Select(finding => finding.Rule));
    }

    [Fact]
    public void It_is_seen_also_where_both_are_asked_for_at_once()
    {
        var operation = Ordered.Service(Items.Acupuncture) with { Id = "operation", StartAt = When.Day(2, 10) };
        var drug = Ordered.Drug(Items.Aspirin) with { Id = "drug", StartAt = When.Day(2, 9) };

        Assert.Equal("not-a-drug-for-prophylaxis", Assert.Single(Inpatient.Female(45).OrderingAt(When.Day(1, 20), WithLeast, operation, drug).Findings).Rule);
    }

    [Theory]
    [InlineData(10, 20)]
    [InlineData(20, 10)]
    public void Of_two_orders_for_one_operation_the_earlier_stands_whichever_comes_first(int first, int second)
    {
        var operation = Ordered.Service(Items.Acupuncture);
        var answer = Inpatient.Female(45).OrderingAt(
            When.Day(1, 20),
            WithLeast,
            operation with { Id = "one", StartAt = When.Day(2, first) },
            operation with { Id = "other", StartAt = When.Day(2, second) },
            Ordered.Drug(Items.Penicillin) with { Id = "drug", StartAt = When.Day(2, 8) });

        Assert.Equal("prophylaxis-too-early", Assert.Single(answer.Findings).Rule);
        Assert.Contains("120", Assert.Single(answer.Findings).Message);
    }

    [Fact]
    public void What_is_planned_for_days_after_a_planned_operation_is_too_long()
    {
        var order = Ordered.Drug(Items.Penicillin) with { StartAt = When.Day(2, 9), Frequency = "qd", Days = 4 };

        var found = Assert.Single(Inpatient.Female(45).With(Thyroid with { Planned = true }).OrderingAt(When.Day(1, 20), WithLeast, order).Findings);

        Assert.Equal("prophylaxis-too-long", found.Rule);
        Assert.Contains("计划手术开始后第", found.Message);
    }

    [Fact]
    public void The_hours_count_from_the_end_where_that_is_known()
    {
        var ended = Inpatient.Female(45).With(Thyroid with { EndedAt = When.Day(2, 13) });
        var patient = ended.Signed(Ordered.Drug(Items.Penicillin) with { Id = "before", StartAt = When.Day(2, 9) });

        Assert.Empty(Given(patient, When.Day(3, 13)));
        Assert.Contains("手术结束后第25小时", Assert.Single(Given(patient, When.Day(3, 14))).Message);
        Assert.Contains("手术开始（未见结束时间）后第25小时", Assert.Single(Given(Operated, When.Day(3, 11))).Message);
    }

    private static readonly ProcedureRecorded Thyroid = new("06.400", "甲状腺切除术", true, null) { Id = "op", OccurredAt = When.Day(2, 10) };

    private static IReadOnlyList<Core.Findings.Finding> Given(Inpatient patient, DateTimeOffset at) =>
        patient.OrderingAt(at < When.Day(2, 0) ? at : When.Day(2, 0), WithLeast, Ordered.Drug(Items.Penicillin) with { StartAt = at }).Findings;

    private static string? Found(Inpatient patient, int day, int hour) => patient
        .OrderingAt(When.Day(day, hour), ForThyroid, Ordered.Drug(Items.Penicillin) with { StartAt = When.Day(day, hour) }).Findings.SingleOrDefault()?.Rule;
}
