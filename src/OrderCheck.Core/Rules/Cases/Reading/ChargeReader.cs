using System.Text.Json;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Rules.Reading;

namespace OrderCheck.Core.Rules.Cases.Reading;

/// <summary>A billed line (费用): the item's name, or an object; one with 退 takes back an earlier line, wholly or in part.</summary>
internal static class ChargeReader
{
    private const int MostCounted = 1000;

    private static readonly string[] Members =
    [
        "编号", "项目", "医院编码", "目录外编码", "名称", "数量", "单价", "金额", "时间", "医嘱", "开单科室", "开单医师", "执行科室", "病区", "险种", "新生儿",
        "费用类别", "自付比例", "自费", "自动计费", "退",
        "部位", "穴位", "每次个数", "疗程", "出库项目", "使用项目", "执行医师",
    ];

    public static Charge? Read(JsonValue value, DateTimeOffset at, CaseHistory history, CaseReading reading)
    {
        var charge = value.Kind == JsonTokenType.String ? Named(value, at, history, reading) : Whole(value, at, history, reading);
        if (charge is not null)
            history.Know(charge);
        return charge;
    }

    private static Charge? Named(JsonValue value, DateTimeOffset at, CaseHistory history, CaseReading reading)
    {
        if (reading.Names.Item(value.Text, out var refusal) is not { } code)
        {
            reading.Fault(value, refusal!);
            return null;
        }
        if (reading.Dictionary.PriceOf(code, reading.Zone.Day(at)) is { } price)
            return Resolved(new Charge { Id = history.NextCharge(), ItemCode = code, Quantity = 1, UnitPrice = price, Amount = price.RoundToFen(), OccurredAt = at }, reading);
        reading.Fault(value, $"The dictionary has no price of '{value.Text}'; write an object with '单价'.");
        return null;
    }

    private static Charge? Whole(JsonValue value, DateTimeOffset entryAt, CaseHistory history, CaseReading reading)
    {
        if (CaseObject.Open(value, "A charge", [], Members, reading) is not { } line)
            return null;
        var at = line.Time("时间") ?? entryAt;
        return line.Has("退") ? Refund(line, at, history) : Line(value, line, at, history, reading);
    }

    private static Charge? Line(JsonValue value, CaseObject line, DateTimeOffset at, CaseHistory history, CaseReading reading)
    {
        if (!line.Has("项目") && !line.Has("目录外编码") && !line.Has("医院编码"))
            reading.Fault(value, "A charge lacks its item: give '项目', '医院编码' or '目录外编码'.");
        var day = reading.Zone.Day(at);
        var own = line.Text("医院编码");
        var code = line.Item("项目") ?? line.Text("目录外编码") ?? (own is null ? null : reading.Dictionary.MapItem(own, day));
        var item = code is null ? null : reading.Release.Catalogue.FindItem(code, day);
        var quantity = line.Amount("数量", item?.Unit ?? "次");
        var price = line.Yuan("单价") ?? (code is null ? null : reading.Dictionary.PriceOf(code, day));
        if (price is not { } each)
        {
            reading.Fault(value, "The dictionary has no price of the item: give '单价'.");
            return null;
        }
        return Resolved(
            new Charge
            {
                Id = line.Text("编号") ?? history.NextCharge(),
                ItemCode = code,
                ItemHospitalCode = own,
                ItemName = line.Text("名称"),
                Quantity = quantity?.Value ?? 1,
                Unit = quantity?.Unit,
                UnitPrice = each,
                Amount = line.Yuan("金额") ?? each.TimesToFen(quantity?.Value ?? 1),
                OccurredAt = at,
                OrderId = line.Text("医嘱"),
                OrderingDepartment = line.Text("开单科室"),
                OrderingDoctor = line.Text("开单医师"),
                ExecutingDepartment = line.Text("执行科室"),
                Ward = line.Text("病区"),
                Payer = line.Insurance("险种"),
                InfantNo = line.Text("新生儿"),
                Category = line.Text("费用类别"),
                OwnShareRatio = line.Number("自付比例", 0, 1),
                SelfPay = line.Is("自费"),
                Automatic = line.Is("自动计费"),
                Sites = line.Text("部位"),
                Points = line.Text("穴位"),
                CountPerExecution = line.Whole("每次个数", 1, MostCounted),
                Course = line.Whole("疗程", 1, MostCounted),
                IssuedItemCode = line.Item("出库项目"),
                UsedItemCode = line.Item("使用项目"),
                ExecutingDoctor = line.Text("执行医师"),
            },
            reading);
    }

    private static Charge? Refund(CaseObject line, DateTimeOffset at, CaseHistory history)
    {
        if (line.Text("退") is not { } id)
            return null;
        if (history.Charge(id) is not { } original)
        {
            line.Fault("退", history.NoCharge(id));
            return null;
        }
        var quantity = line.Amount("数量", original.Unit ?? "次")?.Value ?? original.Quantity;
        return ChargeResolution.ResolveRefund(
            new Charge
            {
                Id = line.Text("编号") ?? history.NextCharge(),
                RefundOf = original.Id,
                Quantity = -quantity,
                UnitPrice = original.UnitPrice,
                Amount = line.Yuan("金额") is { } amount ? -amount : original.UnitPrice.TimesToFen(-quantity),
                OccurredAt = at,
            },
            original);
    }

    /// <summary>As it is recorded.</summary>
    private static Charge Resolved(Charge charge, CaseReading reading) => ChargeResolution.Resolve(charge, reading.Release, reading.Dictionary);
}
