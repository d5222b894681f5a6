using OrderCheck.Core.Amounts;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Tests.Checks;
using Xunit;

namespace OrderCheck.Core.Tests.Encounters;

public sealed class EncounterStateTests
{
    [Fact]
    public void An_unknown_encounter_is_neither_admitted_nor_discharged()
    {
        var state = Inpatient.Unknown().State;

        Assert.False(state.Admitted || state.Discharged);
        Assert.Equal((0L, Totals.Zero), (state.Sequence, state.Totals));
    }

    [Fact]
    public void An_update_changes_what_it_names_and_leaves_the_rest()
    {
        var stay = Inpatient.Male(62).With(Event("u", 2, id => new StayUpdated(new StayDetails { MdtrtId = "M1", Department = "神经内科" }) { Id = id, OccurredAt = When.Day(2) })).State.Stay;

        Assert.Equal(("神经内科", Sex.Male, "310"), (stay.Details.Department, stay.Details.Sex, stay.Details.InsuType));
        Assert.Equal(["M1"], stay.MdtrtIds);
    }

    [Fact]
    public void An_update_counts_also_where_its_clock_was_behind_the_admissions()
    {
        var patient = Inpatient.Male(62).With(new StayUpdated(new StayDetails { Sex = Sex.Female }) { Id = "u", OccurredAt = When.Day(0) });

        Assert.Equal(Sex.Female, patient.State.Stay.Details.Sex);
    }

    [Fact]
    public void A_higher_revision_of_an_event_replaces_it_a_lower_one_is_ignored()
    {
        var stay = new StayDetails { Sex = Sex.Male };
        var patient = Inpatient.Unknown()
            .With(new Admitted(stay) { Id = "admit", Revision = 1, OccurredAt = When.Day(2) })
            .With(new Admitted(stay) { Id = "admit", Revision = 2, OccurredAt = When.Day(3) })
            .With(new Admitted(stay) { Id = "admit", Revision = 1, OccurredAt = When.Day(1) });

        Assert.Equal(When.Day(3), patient.State.Stay.AdmittedAt);
        Assert.Equal(3, patient.State.Sequence);
    }

    [Fact]
    public void A_cancelled_admission_may_be_followed_by_another()
    {
        var cancelled = Inpatient.Male(62).With(new AdmissionCancelled("重复登记") { Id = "cancel", OccurredAt = When.Day(1, 9) });

        Assert.False(cancelled.State.Admitted);
        Assert.True(cancelled.With(new Admitted(new StayDetails()) { Id = "again", OccurredAt = When.Day(1, 10) }).State.Admitted);
    }

    [Fact]
    public void Where_the_patient_lay_is_kept_in_the_order_it_happened()
    {
        var patient = Inpatient.Male(62)
            .With(new Transferred("神经内科", "8病区", "3", "D2") { Id = "t2", OccurredAt = When.Day(5) })
            .With(new Transferred("急诊科", null, "1", null) { Id = "t1", OccurredAt = When.Day(3) })
            .With(new BedChanged(null, "7") { Id = "b1", OccurredAt = When.Day(6) });

        Assert.Equal([("心内科", null), ("急诊科", "1"), ("神经内科", "3"), ("神经内科", "7")], patient.State.Stay.Places.Select(place => (place.Department!, place.Bed)));
        Assert.Equal(("神经内科", "8病区", "7", "D2"), (patient.State.Stay.Details.Department, patient.State.Stay.Details.Ward, patient.State.Stay.Details.Bed, patient.State.Stay.Details.AttendingDoctor));
    }

    [Fact]
    public void The_insurance_is_that_of_the_moment_also_when_the_change_is_reported_late()
    {
        var stay = Inpatient.Male(62).With(new InsuranceChanged("210", When.Day(2)) { Id = "i", OccurredAt = When.Day(9) }).State.Stay;

        Assert.Equal(["310", "310", "210"], new[] { When.Day(0), When.Day(2).AddTicks(-1), When.Day(2) }.Select(stay.InsuTypeAt));
    }

    [Fact]
    public void A_withdrawn_diagnosis_is_gone_by_its_revision_or_by_an_event_of_its_own()
    {
        var patient = Inpatient.Male(62).With(Diagnosis("d1", 0, false)).With(Diagnosis("d2", 0, false, "J18.900"));

        Assert.Equal(["I63.900", "J18.900"], patient.State.Stay.Diagnoses.Select(diagnosis => diagnosis.Code));
        Assert.Equal(["J18.900"], patient.With(Diagnosis("d1", 1, true)).State.Stay.Diagnoses.Select(diagnosis => diagnosis.Code));
        Assert.Equal(["J18.900"], patient.With(Diagnosis("d3", 0, true)).State.Stay.Diagnoses.Select(diagnosis => diagnosis.Code));
    }

    [Fact]
    public void Settlements_merges_and_infants_are_read()
    {
        var stay = Inpatient.Female(30).GaveBirth("1", Sex.Female, day: 2)
            .With(new Settled("S1") { Id = "s1", OccurredAt = When.Day(8) })
            .With(new SettlementCancelled("S1") { Id = "s2", OccurredAt = When.Day(9) })
            .With(new Settled("S2") { Id = "s3", OccurredAt = When.Day(10) })
            .With(new Merged("V0", "P9") { Id = "m", OccurredAt = When.Day(3) }).State.Stay;

        Assert.Equal(["S2"], stay.Settlements);
        Assert.Equal(["V0"], stay.MergedVisits);
        Assert.Equal("P9", stay.Details.PatientNumber);
        Assert.Equal((Sex.Female, When.Day(2), 3200), (stay.Infants["1"].Sex, stay.Infants["1"].BirthTime, stay.Infants["1"].WeightGrams));
    }

    [Fact]
    public void Charges_and_refunds_are_summed_by_category_class_and_share()
    {
        var drug = Billed.Line(Items.Albumin, 2, When.Day(1), 400) with { Category = "09", ItemClass = "02", OwnShareRatio = 0.2m };
        var herb = Billed.Line(Items.Ginseng, 10, When.Day(1), 2) with { Category = "10", ItemClass = "03" };
        var plain = Billed.Line(Items.Nursing, 1, When.Day(1), 28) with { Category = "07", ItemClass = "01", OwnShareRatio = 0 };
        var patient = Inpatient.Male(62).Charged(drug, herb, plain).Charged(Billed.Refund(drug, 1));

        var totals = patient.State.Totals;

        Assert.Equal(("448.00", "20.00", "100.00"), (totals.Total.ToString(), totals.SelfPay.ToString(), totals.OwnShare.ToString()));
        Assert.Equal([("07", "28.00"), ("09", "400.00"), ("10", "20.00")], totals.ByCategory.Select(sum => (sum.Key, sum.Value.ToString())));
        Assert.Equal([("01", "28.00"), ("02", "400.00"), ("03", "20.00")], totals.ByClass.Select(sum => (sum.Key, sum.Value.ToString())));
        Assert.Equal(4, patient.State.ChargeLines);
        Assert.Equal(new Refunded(1, Money.FromYuan(400)), patient.State.RefundedOf(drug.Id));
        Assert.Equal(default, patient.State.RefundedOf(herb.Id));
    }

    [Fact]
    public void A_category_that_is_not_known_is_summed_as_such() =>
        Assert.Equal("10.00", Inpatient.Male(62).Charged("XZ99", 1).State.Totals.ByCategory[""].ToString());

    [Fact]
    public void What_no_complete_check_covers_waits_until_it_is_judged_late()
    {
        var order = Ordered.Drug(Items.Aspirin);
        var charge = Billed.Line(Items.Aspirin, 1, 1) with { Unjudged = true };
        var waiting = Inpatient.Male(62)
            .With(new Core.Orders.OrderSigned(order, null, Covered: false) { Id = order.Id, OccurredAt = When.Day(1) })
            .Charged(charge, Billed.Line(Items.Aspirin, 1, 1)).State.Awaiting;

        Assert.Equal([order.Id], waiting.OrderIds);
        Assert.Equal([charge.Id], waiting.ChargeIds);

        var judged = Inpatient.Male(62)
            .With(new Core.Orders.OrderSigned(order, null, Covered: false) { Id = order.Id, OccurredAt = When.Day(1) })
            .Charged(charge)
            .With(new LateJudged([order.Id], [charge.Id], "late", 0) { Id = "l", OccurredAt = When.Day(1) });
        Assert.True(judged.State.Awaiting.IsEmpty);
    }

    [Fact]
    public void The_last_decision_on_a_finding_counts()
    {
        var state = Inpatient.Male(62)
            .With(new DecisionRecorded("c", "k", DecisionKind.Withdrawn, null, false) { Id = "1", OccurredAt = When.Day(1) })
            .With(new DecisionRecorded("c", "k", DecisionKind.Overridden, "抢救", false) { Id = "2", OccurredAt = When.Day(1) }).State;

        Assert.Equal(DecisionKind.Overridden, state.Decisions["k"]);
    }

    [Fact]
    public void An_entry_out_of_sequence_is_an_error_of_the_caller()
    {
        var state = Inpatient.Male(62).State;

        Assert.Throws<ArgumentException>(() => state.Apply(new RecordedFact(state.Sequence, Billed.Line(Items.Bed, 1, 1), When.Day(1), new("H", Identity.Role.His, "", ""))));
    }

    [Fact]
    public void A_state_does_not_change_when_others_are_made_of_it()
    {
        var patient = Inpatient.Male(62).Charged(Items.Bed, 1);
        var (left, right) = (patient.Charged(Items.Bed, 2), patient.Charged(Items.Bed, 3));

        Assert.Equal([1m], patient.State.UsesOf(null, Items.Bed).ToArray().Select(use => use.Quantity));
        Assert.Equal([1m, 2m], left.State.UsesOf(null, Items.Bed).ToArray().Select(use => use.Quantity));
        Assert.Equal([1m, 3m], right.State.UsesOf(null, Items.Bed).ToArray().Select(use => use.Quantity));
    }

    [Fact]
    public void Twenty_lines_more_on_five_hundred_are_cheap()
    {
        var patient = Inpatient.Male(62).Charged([.. Enumerable.Range(0, 500).Select(line => Billed.Line(Items.Oxygen, 1, When.Day(1).AddHours(line)))]);
        var facts = Enumerable.Range(0, 20).Select(line =>
            new RecordedFact(patient.State.Sequence + 1 + line, Billed.Line(Items.Oxygen, 1, 30), When.Day(30), new("H", Identity.Role.His, "", ""))).ToArray();
        patient.State.Apply(facts);

        var before = GC.GetAllocatedBytesForCurrentThread();
        patient.State.Apply(facts);

        // Once the array is copied, since the first run has taken the place behind its end; not once a line.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 120_000);
    }

    private static DiagnosisRecorded Diagnosis(string id, int revision, bool withdrawn, string code = "I63.900") =>
        new(code, null, true, false, withdrawn, null) { Id = id, Revision = revision, OccurredAt = When.Day(1).AddHours(id[1] - '0') };

    private static Fact Event(string id, int day, Func<string, Fact> make) => make($"{id}{day}");
}
