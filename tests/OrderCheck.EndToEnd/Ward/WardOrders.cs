using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using OrderCheck.Protocol.V1;

namespace OrderCheck.EndToEnd.Ward;

/// <summary>A doctor's orders, as the HIS sends them.</summary>
internal sealed class WardOrders(WardCatalogue catalogue, WardTime time)
{
    public static readonly string[] Members =
    [
        "编号", "修订", "项目", "医院编码", "目录外编码", "名称", "类别", "长期", "剂量", "途径", "频次", "数量", "天数", "开始", "结束", "组号", "处方号", "新生儿", "科室", "医师", "录入者",
        "抢救", "术中", "出院带药", "皮试", "长期处方", "自费", "草稿号", "拟施手术",
    ];

    private readonly Dictionary<string, Order> _known = new(StringComparer.Ordinal);

    /// <summary>A new order, or one of this history by its id.</summary>
    public Order Read(JsonElement told, Timestamp at)
    {
        if (told.ValueKind == JsonValueKind.String && _known.TryGetValue(told.ToString(), out var known))
            return known;
        var order = told.ValueKind == JsonValueKind.String ? Of(catalogue.Item(told.ToString()), at) : Whole(new WardEntry(told, "医嘱", Members), at);
        return _known[order.Id] = order;
    }

    private Order Of(WardItem item, Timestamp at) =>
        new() { Id = $"医嘱{_known.Count + 1}", Kind = Kind(item.Kind), ItemCode = item.Code, ItemName = item.Name, StartAt = at };

    private Order Whole(WardEntry told, Timestamp at)
    {
        var item = told.Text("项目") is { } name ? catalogue.Item(name) : null;
        var order = item is null ? new Order { Id = $"医嘱{_known.Count + 1}", StartAt = at, Kind = Kind(told.Text("类别") ?? "项目") } : Of(item, at);
        order.Id = told.Text("编号") ?? order.Id;
        order.Revision = told.Text("修订") is { } revision ? int.Parse(revision, System.Globalization.CultureInfo.InvariantCulture) : 0;
        order.ItemHospitalCode = told.Text("医院编码") ?? "";
        order.ItemCode = told.Text("目录外编码") ?? order.ItemCode;
        order.ItemName = told.Text("名称") ?? order.ItemName;
        order.LongTerm = told.Is("长期");
        order.Dose = WardAmount.Read(told.Text("剂量"), "g");
        order.Route = told.Text("途径") ?? "";
        order.Frequency = told.Text("频次") ?? "";
        order.Quantity = WardAmount.Read(told.Text("数量"), order.Kind == OrderKind.Herb ? "付" : item?.Unit ?? "次");
        order.Days = told.Text("天数") is { } days ? int.Parse(days, System.Globalization.CultureInfo.InvariantCulture) : 0;
        order.StartAt = told.Text("开始") is { } start ? time.Of(start) : at;
        order.EndAt = told.Text("结束") is { } end ? time.Of(end) : null;
        order.GroupNumber = told.Text("组号") ?? "";
        order.PrescriptionNumber = told.Text("处方号") ?? "";
        order.InfantNo = told.Text("新生儿") ?? "";
        order.Department = told.Text("科室") ?? "";
        order.Doctor = told.Text("医师") ?? "";
        order.EnteredBy = told.Text("录入者") ?? "";
        order.Rescue = told.Is("抢救");
        order.Intraoperative = told.Is("术中");
        order.DischargeMedication = told.Is("出院带药");
        order.SkinTest = told.Is("皮试");
        order.LongPrescription = told.Is("长期处方");
        order.SelfPay = told.Is("自费");
        order.DraftId = told.Text("草稿号") ?? "";
        order.ProcedureCode = told.Text("拟施手术") ?? "";
        return order;
    }

    private static OrderKind Kind(string kind) => kind switch
    {
        "药品" => OrderKind.Drug,
        "饮片" => OrderKind.Herb,
        "耗材" => OrderKind.Consumable,
        _ => OrderKind.Service,
    };
}
