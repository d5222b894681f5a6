using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Charges;

/// <summary>
/// Fills what a charge leaves open, before it is recorded: totals are then a fold of the ledger alone, whatever release is
/// live later. What the HIS said stays.
/// </summary>
public static class ChargeResolution
{
    /// <param name="insuType">The stay's insurance when the charge occurred, where the charge names no payer; null where it is not known.</param>
    public static Charge Resolve(Charge charge, Release? release, HospitalDictionary dictionary, string? insuType = null)
    {
        var day = dictionary.Hospital.TimeZone.Day(charge.OccurredAt);
        var code = charge.ItemCode ?? (charge.ItemHospitalCode is { } own ? dictionary.MapItem(own, day) : null);
        var item = code is null ? null : release?.Catalogue.FindItem(code, day);
        return charge with
        {
            ItemCode = code,
            ItemName = charge.ItemName ?? item?.Name,
            Unit = charge.Unit ?? item?.Unit,
            Category = charge.Category ?? item?.Category,
            ItemClass = charge.ItemClass ?? ItemClasses.CodeOf(item?.Class),
            OwnShareRatio = charge.OwnShareRatio
                ?? (code is null ? null : release?.OwnShareRatioOf(code, item, charge.Payer ?? insuType, dictionary.Hospital.Level, day)),
        };
    }

    /// <summary>A refund takes back what the original was: its item, order, classes and the moment of its use.</summary>
    public static Charge ResolveRefund(Charge refund, Charge original) => refund with
    {
        ItemCode = original.ItemCode,
        ItemHospitalCode = original.ItemHospitalCode,
        ItemName = original.ItemName ?? refund.ItemName,
        Unit = original.Unit ?? refund.Unit,
        OrderId = original.OrderId,
        InfantNo = original.InfantNo,
        Category = original.Category,
        ItemClass = original.ItemClass,
        OwnShareRatio = original.OwnShareRatio,
        SelfPay = original.SelfPay,
        Payer = refund.Payer ?? original.Payer,
        RefundedOccurredAt = original.OccurredAt,
    };
}
