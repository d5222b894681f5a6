using OrderCheck.Core.Amounts;
using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Orders;

namespace OrderCheck.Cli.Morning;

/// <summary>Writes orders as the HIS would: ids that no earlier morning used, the doctor of the patient, from now on.</summary>
internal sealed class OrderSheet(DateTimeOffset now)
{
    private int _orders;

    /// <summary>Part of every id of this morning.</summary>
    public string Mark { get; } = now.UtcDateTime.ToString("MMddHHmmssfff");

    public Order Write(MorningPatient patient, CatalogueItem item, decimal quantity = 1, int? days = null, string? frequency = null) => new()
    {
        Id = $"M{Mark}-{++_orders:00}",
        Kind = KindOf(item),
        ItemCode = item.Code,
        ItemName = item.Name,
        LongTerm = days is not null,
        Frequency = frequency ?? (days is null ? null : "qd"),
        Days = days,
        Quantity = new Quantity(quantity, item.Unit ?? "次"),
        StartAt = now,
        Department = patient.Department,
        Doctor = patient.Doctor,
    };

    private static OrderKind KindOf(CatalogueItem item) => item.Kind switch
    {
        "药品" => OrderKind.Drug,
        "饮片" => OrderKind.Herb,
        "耗材" => OrderKind.Consumable,
        _ => OrderKind.Service,
    };
}
