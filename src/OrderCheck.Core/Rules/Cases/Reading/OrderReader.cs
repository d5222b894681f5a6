using System.Text.Json;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Rules.Reading;

namespace OrderCheck.Core.Rules.Cases.Reading;

/// <summary>A doctor's order (医嘱): the item's name, or an object.</summary>
internal static class OrderReader
{
    private const int MostDays = 366;
    private const int MostCounted = 1000;

    private static readonly string[] Members =
    [
        "编号", "修订", "项目", "医院编码", "目录外编码", "名称", "类别", "长期", "剂量", "途径", "频次", "数量", "天数", "开始", "结束", "组号", "处方号", "新生儿",
        "科室", "医师", "医师职称", "录入者", "抢救", "术中", "出院带药", "皮试", "长期处方", "自费", "草稿号",
        "部位", "穴位", "每次个数", "疗程", "疗程次数", "拟施手术",
    ];

    public static Order? Read(JsonValue value, DateTimeOffset at, CaseHistory history, CaseReading reading)
    {
        var order = value.Kind == JsonTokenType.String ? Named(value, at, history, reading) : Whole(value, at, history, reading);
        if (order is not null)
            history.Know(order);
        return order;
    }

    private static Order? Named(JsonValue value, DateTimeOffset at, CaseHistory history, CaseReading reading)
    {
        if (reading.Names.Item(value.Text, out var refusal) is not { } code)
        {
            reading.Fault(value, refusal!);
            return null;
        }
        return new Order
        {
            Id = history.NextOrder(),
            Kind = KindOf(code, at, reading) ?? OrderKind.Service,
            ItemCode = code,
            ItemName = NameOf(code, at, reading),
            StartAt = at,
        };
    }

    private static Order? Whole(JsonValue value, DateTimeOffset at, CaseHistory history, CaseReading reading)
    {
        if (CaseObject.Open(value, "An order", [], Members, reading) is not { } order)
            return null;
        var start = order.Time("开始") ?? at;
        var code = order.Item("项目") ?? order.Text("目录外编码");
        if (!order.Has("项目") && !order.Has("目录外编码") && !order.Has("医院编码"))
            reading.Fault(value, "An order lacks its item: give '项目', '医院编码' or '目录外编码'.");
        var mapped = code ?? (order.Text("医院编码") is { } own ? reading.Dictionary.MapItem(own, reading.Zone.Day(start)) : null);
        var kind = order.Word("类别", CaseWords.OrderKinds) ?? (mapped is null ? null : KindOf(mapped, start, reading));
        if (kind is null && !order.Has("项目"))
            reading.Fault(value, $"The item is not in the catalogue, so that the order must name its '类别': {string.Join(", ", CaseWords.OrderKinds.Keys)}.");
        var title = order.Text("医师职称");
        if (title is not null && !DoctorTitle.All.Contains(title))
            reading.Fault(value, $"'医师职称' is '{title}'; it must be one of {string.Join(", ", DoctorTitle.All)}.");
        var unit = mapped is null ? null : reading.Release.Catalogue.FindItem(mapped, reading.Zone.Day(start))?.Unit;
        return new Order
        {
            Id = order.Text("编号") ?? history.NextOrder(),
            Revision = order.Whole("修订", 0, int.MaxValue / 10_000) ?? 0,
            Kind = kind ?? OrderKind.Service,
            ItemCode = code,
            ItemHospitalCode = order.Text("医院编码"),
            ItemName = order.Text("名称") ?? (mapped is null ? null : NameOf(mapped, start, reading)),
            LongTerm = order.Is("长期"),
            Dose = order.Amount("剂量", kind == OrderKind.Herb ? "g" : null),
            Route = order.Text("途径"),
            Frequency = order.Text("频次"),
            Quantity = order.Amount("数量", kind == OrderKind.Herb ? "付" : unit),
            Days = order.Whole("天数", 1, MostDays),
            StartAt = start,
            EndAt = order.Time("结束"),
            GroupNumber = order.Text("组号"),
            PrescriptionNumber = order.Text("处方号"),
            InfantNo = order.Text("新生儿"),
            Department = order.Text("科室"),
            Doctor = order.Text("医师"),
            DoctorTitle = title,
            EnteredBy = order.Text("录入者"),
            Rescue = order.Is("抢救"),
            Intraoperative = order.Is("术中"),
            DischargeMedication = order.Is("出院带药"),
            SkinTest = order.Is("皮试"),
            LongPrescription = order.Is("长期处方"),
            SelfPay = order.Is("自费"),
            DraftId = order.Text("草稿号"),
            Sites = order.Text("部位"),
            Points = order.Text("穴位"),
            CountPerExecution = order.Whole("每次个数", 1, MostCounted),
            Course = order.Whole("疗程", 1, MostCounted),
            CourseExecutions = order.Whole("疗程次数", 1, MostCounted),
            ProcedureCode = order.Text("拟施手术"),
        };
    }

    private static OrderKind? KindOf(string code, DateTimeOffset at, CaseReading reading) =>
        reading.Release.Catalogue.FindItem(code, reading.Zone.Day(at))?.Kind is { } kind && CaseWords.OrderKinds.TryGetValue(kind, out var known) ? known : null;

    private static string? NameOf(string code, DateTimeOffset at, CaseReading reading) =>
        reading.Release.Catalogue.FindItem(code, reading.Zone.Day(at))?.Name;
}
