using OrderCheck.Core.Amounts;
using OrderCheck.Core.Charges;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>Charges in a few words; ids follow each other.</summary>
internal static class Billed
{
    private static int _last;

    public static Charge Line(string item, decimal quantity, DateTimeOffset at, decimal price = 10, string? order = null) => new()
    {
        Id = $"C{Interlocked.Increment(ref _last)}",
        ItemCode = item,
        Quantity = quantity,
        UnitPrice = Money.FromYuan(price),
        Amount = Money.FromYuan(price).TimesToFen(quantity),
        OccurredAt = at,
        OrderId = order,
    };

    public static Charge Line(string item, decimal quantity, int day) => Line(item, quantity, When.Day(day));

    public static Charge Refund(Charge original, decimal quantity) => ChargeResolution.ResolveRefund(
        new Charge
        {
            Id = $"R{Interlocked.Increment(ref _last)}",
            RefundOf = original.Id,
            Quantity = -quantity,
            UnitPrice = original.UnitPrice,
            Amount = original.UnitPrice.TimesToFen(-quantity),
            OccurredAt = original.OccurredAt.AddDays(2),
        },
        original);
}
