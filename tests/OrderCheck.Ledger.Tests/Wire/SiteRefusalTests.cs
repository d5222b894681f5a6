using Google.Protobuf.WellKnownTypes;
using OrderCheck.Ledger.Wire;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.Ledger.Tests.Wire;

/// <summary>Body sites, points, counts and heights that no HIS can mean.</summary>
public sealed class SiteRefusalTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly Timestamp At = Timestamp.FromDateTimeOffset(Now);

    [Theory]
    [InlineData("腰部、左膝", "names several")]
    [InlineData("腰部|左膝", "names several")]
    [InlineData("", "is required")]
    [InlineData("腰\u0001", "has a control character")]
    public void Each_entry_of_a_list_is_one_site(string site, string problem)
    {
        var violation = Assert.Single(Charged(charge => charge.Sites.Add(["颈部", site])));

        Assert.Equal("charges[0].sites[1]", violation.Path);
        Assert.Contains(problem, violation.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_has_at_most_fifty_entries()
    {
        Assert.Empty(Charged(charge => charge.Points.Add(Enumerable.Repeat("合谷", 50))));
        Assert.Equal(("charges[0].points", "at most 50"), Assert.Single(Charged(charge => charge.Points.Add(Enumerable.Repeat("合谷", 51)))) is var many ? (many.Path, many.Allowed) : default);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    public void A_count_is_from_one_to_a_thousand_and_0_is_not_told(int count, bool accepted)
    {
        Assert.Equal(accepted ? [] : ["charges[0].count_per_execution"], Charged(charge => charge.CountPerExecution = count).Select(violation => violation.Path));
        Assert.Equal(accepted ? [] : ["orders[0].course", "orders[0].course_executions"], Ordered(order => (order.Course, order.CourseExecutions) = (count, count)).Select(violation => violation.Path));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(3000, true)]
    [InlineData(3001, false)]
    public void A_height_is_up_to_three_metres_and_0_is_not_measured(int millimetres, bool accepted)
    {
        var reader = FieldReader.ForRequest(Now);
        FactReader.Events(reader, [new EncounterEvent { Id = "e1", OccurredAt = At, Weight = new Weight { Grams = 62_000, HeightMillimetres = millimetres } }]);

        Assert.Equal(accepted ? [] : ["events[0].weight.height_millimetres"], reader.Violations.Select(violation => violation.Path));
    }

    [Fact]
    public void A_record_of_before_the_lasting_names_has_them_in_the_place_of_the_labels()
    {
        var old = AnswerReader.Finding(new Finding { Domain = "payment", Undetermined = true, MissingInputs = { "patient.Sex" } });

        Assert.Equal(["patient.Sex"], old.MissingInputs);
    }

    private static IReadOnlyList<FieldViolation> Charged(Action<Charge> change)
    {
        var charge = new Charge { Id = "c1", ItemCode = "0043", Quantity = "1", UnitPrice = "2.50", Amount = "2.50", OccurredAt = At };
        change(charge);
        var reader = FieldReader.ForRequest(Now);
        FactReader.Charges(reader, [charge]);
        return reader.Violations;
    }

    private static IReadOnlyList<FieldViolation> Ordered(Action<Order> change)
    {
        var order = new Order { Id = "o1", Kind = OrderKind.Service, ItemCode = "0043", StartAt = At };
        change(order);
        var reader = FieldReader.ForRequest(Now);
        FactReader.Orders(reader, [order]);
        return reader.Violations;
    }
}
