using OrderCheck.Core.Amounts;
using OrderCheck.Core.Orders;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>Orders in a few words; ids follow each other.</summary>
internal static class Ordered
{
    private static int _last;

    public static Order Service(string item, int day = 1, decimal quantity = 1, string? frequency = null, int? days = null) => new()
    {
        Id = NextId(),
        Kind = OrderKind.Service,
        ItemCode = item,
        Quantity = new Quantity(quantity, UnitOf(item)),
        Frequency = frequency,
        Days = days,
        StartAt = When.Day(day),
    };

    public static Order Drug(string item, int day = 1, Quantity? dose = null, string? frequency = null, int? days = null) => new()
    {
        Id = NextId(),
        Kind = OrderKind.Drug,
        ItemCode = item,
        Dose = dose,
        Frequency = frequency,
        Days = days,
        StartAt = When.Day(day),
    };

    /// <summary>A piece of a prescription: grams a set, and sets.</summary>
    public static Order Piece(string item, decimal grams = 10, int sets = 7, string? prescription = "P1") => new()
    {
        Id = NextId(),
        Kind = OrderKind.Herb,
        ItemCode = item,
        Dose = new Quantity(grams, "g"),
        Quantity = new Quantity(sets, "付"),
        PrescriptionNumber = prescription,
        StartAt = When.Day(1),
    };

    private static string NextId() => $"O{Interlocked.Increment(ref _last)}";

    private static string UnitOf(string item) => item switch
    {
        Items.Nursing or Items.Bed or Items.IntensiveBed => "日",
        Items.Oxygen or Items.Monitor => "小时",
        _ => "次",
    };
}
