using OrderCheck.Core.Amounts;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Regions;
using OrderCheck.Interop.Nhsa.Wire;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>Reads fsi_order_dtos: one quantity of one item at one time, whatever the order behind it runs over.</summary>
internal sealed class LineReader(ReadingContext context)
{
    private const int QuantityDecimals = 4;
    private const int PriceDecimals = 6;
    private const int LongestUnit = 20;
    private const string NoQuantity = "数量不大于0（退费或冲销），未审核";
    private const string NoCode = "没有医保目录代码、医院目录代码和名称，未审核";

    public ReadLine Read(LineNode node)
    {
        var (values, profile) = (context.Values, context.Profile);
        values.Enter(context.Fields.Line, node);
        var id = values.At(LineField.Id, node.RxId).Id();
        // What is not said to be history is asked about.
        var current = Current(node) ?? true;
        var line = new Fields
        {
            Prescription = values.At(LineField.Prescription, node.Rxno).Id(),
            Group = values.At(LineField.Group, node.Grpno).Id(),
            LongTerm = values.At(LineField.LongTerm, node.LongDrordFlag).Meaning(profile, NhsaTables.LongTerm) == RegionWords.Yes,
            Kind = values.At(LineField.Kind, node.HilistType).Meaning(profile, NhsaTables.ItemKind),
            Discharge = values.At(LineField.Behaviour, node.DrordBhvr).Meaning(profile, NhsaTables.OrderBehaviour) == RegionWords.DischargeMedication,
            Code = values.At(LineField.Code, node.HilistCode).Id(),
            Name = values.At(LineField.Name, node.HilistName).Text(),
            HospitalCode = values.At(LineField.HospitalCode, node.HosplistCode).Id(),
            HospitalName = values.At(LineField.HospitalName, node.HosplistName).Text(),
            Quantity = Billed(values.At(LineField.Quantity, node.Cnt)),
            Price = Yuan(values.At(LineField.Price, node.Pric)),
            Amount = Yuan(values.At(LineField.Amount, node.Sumamt)),
            Unit = Unit(values.At(LineField.Unit, node.SpecUnt)),
            StartAt = values.At(LineField.StartAt, node.DrordBegnDate).Time(context.Zone, context.Events),
            StopAt = values.At(LineField.StopAt, node.DrordStopDate).Time(context.Zone, context.Events),
            Department = values.At(LineField.Department, node.DrordDeptCodg).Id(),
            Doctor = values.At(LineField.Doctor, node.DrordDrCodg).Id(),
            Title = values.At(LineField.Title, node.DrordDrProfttl).Meaning(profile, NhsaTables.DoctorTitle),
        };
        var visit = values.At(LineField.VisitId, node.MdtrtId).Id();
        var read = Line(id, current, visit, line, node);
        values.Leave();
        return read;
    }

    /// <summary>Said several times, it is asked about if it is once.</summary>
    private bool? Current(LineNode node)
    {
        bool? current = null;
        foreach (var flag in node.EarlierFlags ?? [])
            current = Asked(flag) is { } asked ? asked || current == true : current;
        return Asked(node.CurrDrordFlag) is { } last ? last || current == true : current;

        bool? Asked(NhsaScalar flag) =>
            context.Values.At(LineField.Current, flag).RowOrRefuse(context.Profile, NhsaTables.Current) is { } code ? code.Means == RegionWords.Yes : null;
    }

    private ReadLine Line(string? id, bool current, string? visit, in Fields line, LineNode node)
    {
        // A line of before without an id cannot be told apart from itself the next time; one that is asked about cannot be answered.
        if (id is null)
            return current ? throw context.Values.Lacking(LineField.Id, node, "应为处方（医嘱）标识，1至50个字符") : default(ReadLine);
        var whyNot = line switch
        {
            { Code: null, HospitalCode: null, Name: null, HospitalName: null } => NoCode,
            { Quantity: <= 0 } => NoQuantity,
            _ => null,
        };
        var refund = !current && whyNot == NoQuantity && line.Quantity < 0 ? Order(id, line with { Quantity = -line.Quantity, Amount = -line.Amount }) : null;
        return new ReadLine(id, whyNot is null ? Order(id, line) : null, current, line.StartAt is not null, visit, whyNot, refund);
    }

    private static Order Order(string id, in Fields line) => new()
    {
        Id = id,
        Kind = ItemKinds.Of(line.Kind, line.Code),
        ItemCode = line.Code,
        ItemHospitalCode = line.HospitalCode,
        ItemName = line.Name ?? line.HospitalName,
        LongTerm = line.LongTerm,
        Quantity = line.Quantity is { } quantity ? new Quantity(quantity, line.Unit ?? Quantity.BilledUnit) : null,
        // One line is one execution; the HIS sends another line for the next.
        Days = line.LongTerm ? 1 : null,
        StartAt = line.StartAt ?? default,
        EndAt = line.StopAt is { } stop && stop >= line.StartAt ? stop : null,
        GroupNumber = line.Group,
        PrescriptionNumber = line.Prescription,
        Department = line.Department,
        Doctor = line.Doctor,
        DoctorTitle = line.Title,
        DischargeMedication = line.Discharge,
        UnitPrice = line.Price,
        Amount = line.Amount,
    };

    private static decimal? Billed(BodyValues value)
    {
        if (value.Number() is not { } quantity)
            return null;
        var kept = decimal.Round(quantity, QuantityDecimals);
        if (kept != quantity)
            value.Tolerate(Deviations.NumberRounded);
        return kept;
    }

    private static Money? Yuan(BodyValues value)
    {
        if (value.Number() is not { } yuan)
            return null;
        var kept = decimal.Round(yuan, PriceDecimals);
        if (kept != yuan)
            value.Tolerate(Deviations.NumberRounded);
        return Money.TryFromYuan(kept, out var money) ? money : null;
    }

    private static string? Unit(BodyValues value)
    {
        var unit = value.Text();
        if (unit is not { Length: > LongestUnit })
            return unit;
        value.Tolerate(Deviations.OverLong);
        return Cut.To(unit, LongestUnit);
    }

    private struct Fields
    {
        public string? Prescription, Group, Kind, Code, Name, HospitalCode, HospitalName, Unit, Department, Doctor, Title;
        public decimal? Quantity;
        public Money? Price, Amount;
        public DateTimeOffset? StartAt, StopAt;
        public bool LongTerm, Discharge;
    }
}
