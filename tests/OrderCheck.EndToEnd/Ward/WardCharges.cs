using System.Globalization;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using OrderCheck.Protocol.V1;

namespace OrderCheck.EndToEnd.Ward;

/// <summary>Billed lines and refunds, as the HIS posts them.</summary>
internal sealed class WardCharges(WardCatalogue catalogue, WardTime time)
{
    public static readonly string[] Members =
        ["编号", "项目", "数量", "单价", "金额", "时间", "医嘱", "开单科室", "开单医师", "执行科室", "病区", "险种", "新生儿", "自费", "自动计费", "退", "执行医师"];

    private readonly Dictionary<string, Charge> _known = new(StringComparer.Ordinal);

    public Charge Read(JsonElement told, Timestamp at)
    {
        var charge = told.ValueKind == JsonValueKind.String ? Line(catalogue.Item(told.ToString()), at) : Whole(new WardEntry(told, "费用", Members), at);
        return _known[charge.Id] = charge;
    }

    private Charge Whole(WardEntry told, Timestamp at)
    {
        at = told.Text("时间") is { } own ? time.Of(own) : at;
        if (told.Text("退") is { } refunded)
            return Refund(told, Known(refunded), at);
        var charge = Line(catalogue.Item(told.Text("项目") ?? throw new WardFault("费用没有项目")), at);
        charge.Id = told.Text("编号") ?? charge.Id;
        charge.Quantity = told.Text("数量") ?? "1";
        charge.UnitPrice = told.Text("单价") ?? charge.UnitPrice;
        charge.Amount = told.Text("金额") ?? Text(Number(charge.UnitPrice) * Number(charge.Quantity));
        charge.OrderId = told.Text("医嘱") ?? "";
        charge.OrderingDepartment = told.Text("开单科室") ?? "";
        charge.OrderingDoctor = told.Text("开单医师") ?? "";
        charge.ExecutingDepartment = told.Text("执行科室") ?? "";
        charge.Ward = told.Text("病区") ?? "";
        charge.Payer = told.Text("险种") is { } payer ? catalogue.Insurance(payer) : "";
        charge.InfantNo = told.Text("新生儿") ?? "";
        charge.SelfPay = told.Is("自费");
        charge.Automatic = told.Is("自动计费");
        charge.ExecutingDoctor = told.Text("执行医师") ?? "";
        return charge;
    }

    private Charge Line(WardItem item, Timestamp at) => new()
    {
        Id = $"费用{_known.Count + 1}",
        ItemCode = item.Code,
        ItemName = item.Name,
        Quantity = "1",
        Unit = item.Unit,
        UnitPrice = item.Price,
        Amount = Text(Number(item.Price)),
        OccurredAt = at,
    };

    private Charge Refund(WardEntry told, Charge original, Timestamp at)
    {
        var quantity = Number(told.Text("数量") ?? original.Quantity);
        return new Charge(original)
        {
            Id = told.Text("编号") ?? $"费用{_known.Count + 1}",
            RefundOf = original.Id,
            Quantity = (-quantity).ToString(CultureInfo.InvariantCulture),
            Amount = Text(-quantity * Number(original.UnitPrice)),
            OccurredAt = at,
        };
    }

    private Charge Known(string id) => _known.GetValueOrDefault(id) ?? throw new WardFault($"没有费用“{id}”可退");

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(decimal yuan) => decimal.Round(yuan, 2, MidpointRounding.AwayFromZero).ToString("0.00", CultureInfo.InvariantCulture);
}
