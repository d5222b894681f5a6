using System.Reflection;
using OrderCheck.Core.Amounts;
using OrderCheck.Core.Orders;
using OrderCheck.Grains.Checks;
using OrderCheck.Grains.Tests.Encounters;
using OrderCheck.Grains.Tests.Releases;

namespace OrderCheck.Grains.Tests.Checks;

/// <summary>A signed order is covered by a check that judged the same: whatever else it says makes it another one.</summary>
public sealed class CheckedOrderTests
{
    private static readonly string[] MayChange = [nameof(Order.Id), nameof(Order.Revision), nameof(Order.DraftId)];

    private static readonly Order Judged = Case.Order("d1", Rulebook.Bed) with { Dose = new Quantity(0.5m, "g"), Days = 3 };

    public static TheoryData<string> Says => [.. Properties().Select(property => property.Name).Except(MayChange)];

    [Theory]
    [MemberData(nameof(Says))]
    public void Whatever_an_order_says_is_part_of_its_content(string name)
    {
        foreach (var other in Others(name))
            Assert.NotEqual(CheckedOrder.ContentOf(Judged), CheckedOrder.ContentOf(other));
    }

    [Fact]
    public void Its_ids_and_its_revision_may_change_when_it_is_signed() =>
        Assert.Equal(CheckedOrder.ContentOf(Judged), CheckedOrder.ContentOf(Judged with { Id = "final", Revision = 3, DraftId = "d1" }));

    [Fact]
    public void The_same_quantity_and_the_same_moment_may_be_written_another_way() => Assert.Equal(
        CheckedOrder.ContentOf(Judged),
        CheckedOrder.ContentOf(Judged with { Dose = new Quantity(0.500m, "g"), StartAt = Judged.StartAt.ToUniversalTime() }));

    [Fact]
    public void What_stands_in_one_field_is_not_taken_for_what_stands_in_the_next() => Assert.NotEqual(
        CheckedOrder.ContentOf(Judged with { GroupNumber = "12", PrescriptionNumber = null }),
        CheckedOrder.ContentOf(Judged with { GroupNumber = null, PrescriptionNumber = "12" }));

    [Fact]
    public void A_long_text_counts_to_its_end()
    {
        var name = new string('长', 1200);
        Assert.NotEqual(CheckedOrder.ContentOf(Judged with { ItemName = name + "1" }), CheckedOrder.ContentOf(Judged with { ItemName = name + "2" }));
    }

    private static PropertyInfo[] Properties() => [.. typeof(Order).GetProperties().Where(property => property.CanWrite)];

    /// <summary>The order with other values of that property, and without it where it may be absent.</summary>
    private static IEnumerable<Order> Others(string name)
    {
        var property = typeof(Order).GetProperty(name)!;
        var now = property.GetValue(Judged);
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        object?[] values = type == typeof(string) ? ["other", null]
            : type == typeof(bool) ? [true, false]
            : type == typeof(int) ? [7, null]
            : type == typeof(Money) ? [Money.FromYuan(7), null]
            : type == typeof(Quantity) ? [new Quantity(9, "g"), new Quantity(0.5m, "mg"), null]
            : type == typeof(DateTimeOffset) ? [Judged.StartAt.AddTicks(1), null]
            : type == typeof(OrderKind) ? [OrderKind.Drug]
            : throw new NotSupportedException($"{name} is a {type}: say here what else it may be.");
        foreach (var value in values)
        {
            if (Equals(value, now) || (value is null && property.PropertyType.IsValueType && Nullable.GetUnderlyingType(property.PropertyType) is null))
                continue;
            var other = Judged with { };
            property.SetValue(other, value);
            yield return other;
        }
    }
}
