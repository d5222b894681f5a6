using Google.Protobuf.WellKnownTypes;
using OrderCheck.Ledger.Wire;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.Ledger.Tests.Wire;

/// <summary>What the reader refuses, by the field's path and with the value where it may be shown.</summary>
public sealed class RefusalTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly Timestamp At = Timestamp.FromDateTimeOffset(Now);

    [Theory]
    [InlineData("0.1234567", "is not an amount")]
    [InlineData("-0.01", "is out of range")]
    [InlineData("1e3", "is not an amount")]
    [InlineData("1,000", "is not an amount")]
    [InlineData("", "is required")]
    [InlineData("100000000.000001", "is out of range")]
    [InlineData("1.00000000000000000000000000000001", "is not an amount")]
    public void A_price_is_plain_text_of_at_most_six_decimals(string price, string problem) =>
        Assert.Contains(problem, Refused(c => c.UnitPrice = price, "charges[0].unit_price").Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData("0")]
    [InlineData("0.00001")]
    [InlineData("1000000.0001")]
    [InlineData("99999999999999999999999999999999")]
    public void An_absurd_quantity_is_refused(string quantity) => Refused(c => c.Quantity = quantity, "charges[0].quantity");

    [Fact]
    public void A_largest_and_a_smallest_quantity_are_accepted()
    {
        Accepted(c => c.Quantity = "1000000");
        Accepted(c => c.Quantity = "0.0001");
    }

    [Fact]
    public void A_negative_quantity_must_name_the_charge_it_refunds()
    {
        Refused(c => (c.Quantity, c.Amount) = ("-1", "-2.50"), "charges[0].refund_of");
        Accepted(c => (c.Quantity, c.Amount, c.RefundOf) = ("-1", "-2.50", "c0"));
    }

    [Fact]
    public void A_refund_has_negative_quantity_and_amount()
    {
        Refused(c => (c.RefundOf, c.Amount) = ("c0", "-2.50"), "charges[0].quantity");
        Refused(c => (c.RefundOf, c.Quantity) = ("c0", "-1"), "charges[0].amount");
        Refused(c => c.Amount = "-2.50", "charges[0].amount");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\u0001")]
    [InlineData("   ")]
    public void An_id_is_text_without_control_characters(string id) => Refused(c => c.Id = id, "charges[0].id");

    [Fact]
    public void An_id_has_at_most_64_characters()
    {
        Accepted(c => c.Id = new string('x', 64));
        Refused(c => c.Id = new string('x', 65), "charges[0].id");
    }

    [Fact]
    public void An_id_that_comes_twice_is_refused_by_name()
    {
        var reader = FieldReader.ForRequest(Now);
        FactReader.Charges(reader, [Charge("c1"), Charge("c2"), Charge("c1")]);
        var violation = Assert.Single(reader.Violations);
        Assert.Equal("charges[2].id", violation.Path);
        Assert.Contains("\"c1\" is the id of charges[0] too", violation.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clock_that_jumped_ahead_is_refused_with_both_times()
    {
        var violation = Refused(c => c.OccurredAt = Timestamp.FromDateTimeOffset(new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero)), "charges[0].occurred_at");
        Assert.Contains("2099-01-01T00:00:00Z", violation.Problem, StringComparison.Ordinal);
        Assert.Contains("clock", violation.Problem, StringComparison.Ordinal);
        Assert.Contains("2027-03-02", violation.Allowed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-62_135_596_801)]
    [InlineData(253_402_300_800)]
    [InlineData(long.MaxValue)]
    public void A_time_far_back_or_no_time_at_all_is_refused(long seconds) =>
        Refused(c => c.OccurredAt = new Timestamp { Seconds = seconds }, "charges[0].occurred_at");

    [Fact]
    public void A_missing_time_is_refused() => Refused(c => c.OccurredAt = null, "charges[0].occurred_at");

    [Fact]
    public void Fields_that_only_OrderCheck_sets_are_refused()
    {
        Refused(c => c.RefundedOccurredAt = At, "charges[0].refunded_occurred_at");
        Refused(c => c.Unjudged = true, "charges[0].unjudged");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public void A_call_has_1_to_1000_charges(int count)
    {
        var reader = FieldReader.ForRequest(Now);
        FactReader.Charges(reader, [.. Enumerable.Range(0, count).Select(static i => Charge($"c{i}"))]);
        Assert.Equal("charges", Assert.Single(reader.Violations).Path);
    }

    [Fact]
    public void All_faults_of_a_call_are_reported_at_once()
    {
        var reader = FieldReader.ForRequest(Now);
        FactReader.Charges(reader, [new Charge { Id = "c1" }]);
        Assert.Equal(
            ["charges[0].amount", "charges[0].item_code", "charges[0].occurred_at", "charges[0].quantity", "charges[0].unit_price"],
            reader.Violations.Select(static v => v.Path).Order());
        Assert.Throws<MalformedException>(reader.ThrowIfMalformed);
    }

    [Fact]
    public void What_may_identify_a_patient_is_never_repeated()
    {
        var reader = FieldReader.ForRequest(Now);
        var stay = new Stay { PatientName = "王小明\u0007", PsnNo = new string('9', 70), PatientNumber = "P1\u0007" };
        FactReader.Events(reader, [new EncounterEvent { Id = "e1", OccurredAt = At, Admit = new Admit { Stay = stay } }]);
        Assert.Equal(
            ["events[0].admit.stay.patient_name", "events[0].admit.stay.patient_number", "events[0].admit.stay.psn_no"],
            reader.Violations.Select(static v => v.Path).Order());
        Assert.All(reader.Violations, static v => Assert.False(v.ToString().Contains("王小明", StringComparison.Ordinal) || v.ToString().Contains("999", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_override_needs_a_reason_and_self_pay_needs_consent()
    {
        var decision = new Decision { Id = "d1", CheckId = "k", FindingKey = "f", OccurredAt = At };
        Assert.Equal("decisions[0].reason", Path(new Decision(decision) { Kind = DecisionKind.Overridden }));
        Assert.Equal("decisions[0].reason", Path(new Decision(decision) { Kind = DecisionKind.Changed, Reason = new string('长', 501) }));
        Assert.Equal("decisions[0].consent", Path(new Decision(decision) { Kind = DecisionKind.SelfPay }));
        Assert.Equal("decisions[0].kind", Path(decision));
        Assert.Null(Path(new Decision(decision) { Kind = DecisionKind.Overridden, Reason = new string('长', 500) }));
        var promise = new Decision(decision) { Kind = DecisionKind.MeetsLimit, Promise = PromiseKind.DiagnosisToFollow, PromiseDue = At, DecidedBy = "D1" };
        Assert.Null(Path(promise));
        Assert.Equal("decisions[0].promise", Path(new Decision(promise) { Kind = DecisionKind.Withdrawn }));
        Assert.Equal("decisions[0].promise", Path(new Decision(promise) { Promise = (PromiseKind)9 }));
        Assert.Equal("decisions[0].promise_due", Path(new Decision(promise) { Promise = PromiseKind.Unspecified }));
        Assert.Equal("decisions[0].promise_due", Path(new Decision(promise) { OccurredAt = Timestamp.FromDateTimeOffset(At.ToDateTimeOffset().AddHours(1)) }));
    }

    [Fact]
    public void An_order_names_its_kind_its_item_and_sensible_days()
    {
        var reader = FieldReader.ForRequest(Now);
        FactReader.Orders(reader, [new Order { Id = "o1", StartAt = At, Days = 367, Dose = new Amount { Value = "0", Unit = "g" }, Quantity = new Amount { Value = "1" } }]);
        Assert.Equal(
            ["orders[0].days", "orders[0].dose.value", "orders[0].item_code", "orders[0].kind", "orders[0].quantity.unit"],
            reader.Violations.Select(static v => v.Path).Order());
    }

    private static string? Path(Decision decision)
    {
        var reader = FieldReader.ForRequest(Now);
        FactReader.Decisions(reader, [decision]);
        return reader.Violations.Count == 0 ? null : Assert.Single(reader.Violations).Path;
    }

    private static FieldViolation Refused(Action<Charge> spoil, string path)
    {
        var violation = Assert.Single(Read(spoil));
        Assert.Equal(path, violation.Path);
        return violation;
    }

    private static void Accepted(Action<Charge> change) => Assert.Empty(Read(change));

    private static IReadOnlyList<FieldViolation> Read(Action<Charge> change)
    {
        var charge = Charge("c1");
        change(charge);
        var reader = FieldReader.ForRequest(Now);
        FactReader.Charges(reader, [charge]);
        return reader.Violations;
    }

    private static Charge Charge(string id) =>
        new() { Id = id, ItemCode = "XN01", Quantity = "1", UnitPrice = "2.50", Amount = "2.50", OccurredAt = At };
}
