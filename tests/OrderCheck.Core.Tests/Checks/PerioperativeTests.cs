using OrderCheck.Core.Encounters;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>Antibacterials around an operation.</summary>
public sealed class PerioperativeTests
{
    private static readonly Rulebook ForThyroid = Rulebook.With((
        "perioperative_antibiotics",
        $"item_code,procedures,operation,incision,usable,most_minutes_before,most_hours_after,infections\n{Items.Penicillin},06.2-06.5,甲状腺手术,Ⅰ,是,60,24,J12-J18|T81.4\n"));

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

    private static string? Found(Inpatient patient, int day, int hour) => patient
        .OrderingAt(When.Day(day, hour), ForThyroid, Ordered.Drug(Items.Penicillin) with { StartAt = When.Day(day, hour) }).Findings.SingleOrDefault()?.Rule;
}
