using OrderCheck.Core.Amounts;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Tests.Checks;
using Xunit;

namespace OrderCheck.Core.Tests.Encounters;

/// <summary>What a HIS tells with every question becomes a fact once, and again only where it is another.</summary>
public sealed class ReportedFactsTests
{
    private static readonly ReportedEncounter Told = new()
    {
        Stay = new StayDetails { PatientNumber = "P1", Sex = Sex.Male, BirthTime = When.Day(1, 0).AddYears(-62), MedType = "21", InsuType = "310", Department = "心内科" },
        AdmittedAt = When.Day(1, 8),
        Diagnoses = [Diagnosis("d1", "I63.900", principal: true)],
        Procedures = [new ProcedureRecorded("36.0601", "支架", true, "D2") { Id = "o1", OccurredAt = When.Day(2) }],
        Pregnancy = PregnancyState.None,
        Orders = [Line("r1"), Line("r2")],
    };

    [Fact]
    public void Of_an_unknown_encounter_all_of_it_is_new_the_admission_first()
    {
        var missing = ReportedFacts.Missing(Inpatient.Unknown().State, Told, When.Day(3));

        Assert.Equal(
            [typeof(Admitted), typeof(DiagnosisRecorded), typeof(ProcedureRecorded), typeof(PregnancyRecorded), typeof(OrderSigned), typeof(OrderSigned)],
            missing.Select(fact => fact.GetType()));
        Assert.Equal((When.Day(1, 8), Told.Stay), (missing[0].OccurredAt, ((Admitted)missing[0]).Stay));
    }

    [Fact]
    public void Told_again_nothing_of_it_is_new() => Assert.Empty(ReportedFacts.Missing(After(Told).State, Told, When.Day(4)));

    [Fact]
    public void What_is_not_told_any_more_is_not_gone()
    {
        Assert.Empty(ReportedFacts.Missing(After(Told).State, new ReportedEncounter(), When.Day(4)));
        Assert.Empty(ReportedFacts.Missing(After(Told).State, Told with { Orders = [Line("r2")] }, When.Day(4)));
    }

    [Fact]
    public void A_line_with_other_content_is_its_next_revision_and_one_with_the_same_is_nothing()
    {
        var more = Line("r2") with { Quantity = new Quantity(3, "片") };

        var signed = Assert.IsType<OrderSigned>(Assert.Single(ReportedFacts.Missing(After(Told).State, Told with { Orders = [Line("r1"), more] }, When.Day(4))));

        Assert.Equal((ReportedFacts.FirstRevision + 1, 3m), (signed.Revision, signed.Order.Quantity!.Value.Value));
        Assert.Equal(signed.Revision, signed.Order.Revision);
        Assert.Empty(ReportedFacts.Missing(After(Told).With(signed).State, Told with { Orders = [more] }, When.Day(4)));
    }

    [Fact]
    public void An_order_that_another_channel_knows_better_is_not_overwritten_by_blanks()
    {
        var signed = Line("r1") with { Dose = new Quantity(20, "mg"), Route = "po", Frequency = "qd", SkinTest = true, StartAt = When.Day(2).AddSeconds(20) };
        var patient = Inpatient.Male(62).Signed(signed);
        var told = Line("r1");

        Assert.Null(ReportedFacts.Missing(patient.State, told));
        Assert.Null(ReportedFacts.Missing(patient.State, told with { Quantity = new Quantity(1, "片"), StartAt = When.Day(4), Days = 1 }));
        Assert.Equal(signed, ReportedFacts.Known(patient.State, told));
        var changed = ReportedFacts.Missing(patient.State, told with { ItemCode = "XN07XXD221B002020102774" })!.Order;
        Assert.Equal((signed.Dose, "po", "qd", true, 1), (changed.Dose, changed.Route, changed.Frequency, changed.SkinTest, changed.Revision));
    }

    [Fact]
    public void What_the_HIS_signs_itself_meets_no_number_that_was_given_here_and_is_changed_by_it_alone()
    {
        var edited = Line("r1") with { Quantity = new Quantity(3, "片") };
        var told = After(Told).State;
        var twice = Assert.IsType<OrderSigned>(Assert.Single(ReportedFacts.Missing(told, Told with { Orders = [edited] }, When.Day(4))));
        Assert.True(twice.Revision < 0);
        Assert.True(ReportedFacts.IsRecorded(twice));

        var signed = After(Told).With(twice).Signed(Line("r1") with { Quantity = new Quantity(2, "片") });

        Assert.Equal((0, 2m), (signed.State.Orders.Find("r1")!.Order.Revision, signed.State.Orders.Find("r1")!.Order.Quantity!.Value.Value));
        var other = Assert.Single(ReportedFacts.Missing(signed.State, Told with { Orders = [edited] }, When.Day(5)));
        Assert.False(ReportedFacts.IsRecorded(other));
    }

    /// <summary>A member that is new to orders must not be lost when a line is told again.</summary>
    [Fact]
    public void Whatever_an_order_may_say_goes_on_where_a_changed_line_is_silent()
    {
        foreach (var property in typeof(Order).GetProperties().Where(property => property.CanWrite && Blank(property.PropertyType)))
        {
            var known = Line("r1");
            property.SetValue(known, Some(property.PropertyType));
            var told = new Order { Id = "r1", Kind = OrderKind.Service, ItemCode = "001201000030000", StartAt = When.Day(2) };

            var changed = ReportedFacts.Missing(Inpatient.Male(62).Signed(known).State, told)!.Order;

            if (property.Name is not (nameof(Order.ItemCode) or nameof(Order.ItemHospitalCode) or nameof(Order.ItemName)))
                Assert.Equal(property.GetValue(known), property.GetValue(changed));
        }
    }

    [Fact]
    public void A_line_that_is_told_to_have_ended_is_another()
    {
        var patient = Inpatient.Male(62).Signed(Line("r1"));

        Assert.NotNull(ReportedFacts.Missing(patient.State, Line("r1") with { EndAt = When.Day(5) }));
        Assert.True(ReportedFacts.IsChanged(patient.State, Line("r1") with { EndAt = When.Day(5) }));
        Assert.False(ReportedFacts.IsChanged(patient.State, Line("r1")));
        Assert.False(ReportedFacts.IsChanged(patient.State, Line("r9")));
    }

    [Fact]
    public void A_line_told_twice_at_once_is_one_as_it_was_told_last()
    {
        var missing = ReportedFacts.Missing(
            Inpatient.Male(62).State, new ReportedEncounter { Orders = [Line("r1"), Line("r1") with { Quantity = new Quantity(9, "片") }] }, When.Day(4));

        Assert.Equal(9, Assert.IsType<OrderSigned>(Assert.Single(missing)).Order.Quantity!.Value.Value);
    }

    [Fact]
    public void The_stay_is_told_by_its_differences_alone()
    {
        var known = After(Told);

        var update = Assert.IsType<StayUpdated>(Assert.Single(ReportedFacts.Missing(
            known.State, Told with { Stay = Told.Stay with { InsuType = "390", Bed = "7", Department = null } }, When.Day(4))));

        Assert.Equal(new StayDetails { InsuType = "390", Bed = "7" }, update.Stay);
        Assert.Equal(When.Day(4), update.OccurredAt);
        var later = Assert.Single(ReportedFacts.Missing(known.With(update).State, Told with { Stay = Told.Stay with { InsuType = "390", Bed = "8" } }, When.Day(5)));
        Assert.NotEqual(update.Id, later.Id);
    }

    [Fact]
    public void The_day_of_birth_does_not_contradict_its_hour()
    {
        var patient = Inpatient.Admitted(new StayDetails { BirthTime = When.Day(1, 5).AddYears(-30) });

        Assert.Empty(ReportedFacts.Missing(patient.State, new ReportedEncounter { Stay = new StayDetails { BirthTime = When.Day(1, 0).AddYears(-30) } }, When.Day(2)));
        Assert.NotEmpty(ReportedFacts.Missing(patient.State, new ReportedEncounter { Stay = new StayDetails { BirthTime = When.Day(2, 0).AddYears(-30) } }, When.Day(2)));
    }

    [Fact]
    public void A_diagnosis_that_another_channel_reported_is_known_by_its_code()
    {
        var patient = Inpatient.Male(62).Diagnosed("I63.900", principal: true, suspected: true);

        Assert.Empty(ReportedFacts.Missing(patient.State, new ReportedEncounter { Diagnoses = [Diagnosis("d1", "I63.900", principal: true)] }, When.Day(2)));
        var now = Assert.Single(ReportedFacts.Missing(patient.State, new ReportedEncounter { Diagnoses = [Diagnosis("d1", "I63.900", principal: false)] }, When.Day(2)));
        Assert.False(Assert.IsType<DiagnosisRecorded>(now).Principal);
    }

    [Fact]
    public void A_diagnosis_told_otherwise_under_its_id_is_its_next_revision()
    {
        var other = Told with { Diagnoses = [Diagnosis("d1", "I61.900", principal: true)] };

        var revised = Assert.Single(ReportedFacts.Missing(After(Told).State, other, When.Day(4)));

        Assert.Equal(1, revised.Revision);
        var patient = After(Told).With(revised);
        Assert.Equal("I61.900", Assert.Single(patient.State.Stay.Diagnoses).Code);
        Assert.Empty(ReportedFacts.Missing(patient.State, other, When.Day(5)));
    }

    [Fact]
    public void A_discharge_is_told_once_and_one_that_was_taken_back_is_not_told_again_by_the_same_words()
    {
        var left = Told with { DischargedAt = When.Day(6) };
        var discharged = Assert.IsType<Discharged>(Assert.Single(ReportedFacts.Missing(After(Told).State, left, When.Day(6))));
        var patient = After(Told).With(discharged);

        Assert.Empty(ReportedFacts.Missing(patient.State, left, When.Day(7)));
        var back = patient.With(new DischargeCancelled("召回") { Id = "back", OccurredAt = When.Day(7) });
        Assert.Empty(ReportedFacts.Missing(back.State, left, When.Day(7)));
        Assert.Equal(1, Assert.Single(ReportedFacts.Missing(back.State, left with { DischargedAt = When.Day(8) }, When.Day(8))).Revision);
    }

    [Fact]
    public void What_is_assumed_leaves_the_sequence_where_the_ledger_has_it()
    {
        var known = Inpatient.Male(62);
        var facts = ReportedFacts.Missing(known.State, Told, When.Day(3));

        var assumed = known.State.Assuming(ReportedFacts.Assumed(known.State, facts, When.Day(3)));

        Assert.Equal((known.State.Sequence, 2), (assumed.Sequence, assumed.Orders.ActiveCount));
        Assert.Equal(0, known.State.Orders.ActiveCount);
    }

    [Fact]
    public void Long_ids_stay_within_what_a_fact_may_be_called()
    {
        var told = new ReportedEncounter { Diagnoses = [Diagnosis(new string('长', 60), "I63.900", true), Diagnosis(new string('长', 61), "I10", false)] };

        var missing = ReportedFacts.Missing(Inpatient.Male(62).State, told, When.Day(3));

        Assert.Equal(2, missing.Select(fact => fact.Id).Distinct().Count());
        Assert.All(missing, fact => Assert.InRange(fact.Id.Length, 1, 64));
    }

    private static bool Blank(Type type) => type == typeof(string) || Nullable.GetUnderlyingType(type) is not null;

    private static object Some(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var text when text == typeof(string) => "r1",
        var number when number == typeof(int) => 3,
        var quantity when quantity == typeof(Quantity) => new Quantity(7, "片"),
        var money when money == typeof(Money) => Money.FromYuan(7),
        var time when time == typeof(DateTimeOffset) => When.Day(9),
        var other => throw new NotSupportedException($"{other} has no example here."),
    };

    private static Inpatient After(ReportedEncounter told) =>
        ReportedFacts.Missing(Inpatient.Unknown().State, told, When.Day(3)).Aggregate(Inpatient.Unknown(), (patient, fact) => patient.With(fact));

    private static DiagnosisRecorded Diagnosis(string id, string code, bool principal) =>
        new(code, "诊断", principal, false, false, null) { Id = id, OccurredAt = When.Day(1, 9) };

    private static Order Line(string id) => new()
    {
        Id = id,
        Kind = OrderKind.Drug,
        ItemCode = "XN07XXD221B002010102774",
        ItemName = "丁苯酞氯化钠注射液",
        Quantity = new Quantity(2, "片"),
        StartAt = When.Day(2),
        Doctor = "D1",
    };
}
