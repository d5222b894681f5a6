using OrderCheck.Core.Amounts;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Regions;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>Reads fsi_order_dtos: one quantity of one item at one time, whatever the order behind it runs over.</summary>
internal sealed class LineReader(ReadingContext context)
{
    private const int QuantityDecimals = 4;
    private const int PriceDecimals = 6;
    private const int LongestUnit = 20;
    private const string NoQuantity = "数量不大于0（退费或冲销），未审核";
    private const string NoCode = "没有医保目录代码、医院目录代码和名称，未审核";

    public ReadLine Read(ref JsonWalk walk)
    {
        walk.Enter(out _);
        var fields = new Fields();
        var seen = 0UL;
        for (var slot = walk.Member(context.Fields.Line, ref seen); slot != JsonWalk.End; slot = walk.Member(context.Fields.Line, ref seen))
            Set(ref fields, (LineField)slot, ref walk);
        return Line(fields, ref walk);
    }

    private void Set(ref Fields line, LineField field, ref JsonWalk walk)
    {
        switch (field)
        {
            case LineField.Id: line.Id = walk.Id(); break;
            case LineField.Prescription: line.Prescription = walk.Id(); break;
            case LineField.Group: line.Group = walk.Id(); break;
            case LineField.LongTerm: line.LongTerm = walk.Meaning(context.Profile, NhsaTables.LongTerm) == RegionWords.Yes; break;
            case LineField.Kind: line.Kind = walk.Meaning(context.Profile, NhsaTables.ItemKind); break;
            case LineField.Behaviour: line.Discharge = walk.Meaning(context.Profile, NhsaTables.OrderBehaviour) == RegionWords.DischargeMedication; break;
            case LineField.Code: line.Code = walk.Id(); break;
            case LineField.Name: line.Name = walk.Text(); break;
            case LineField.HospitalCode: line.HospitalCode = walk.Id(); break;
            case LineField.HospitalName: line.HospitalName = walk.Text(); break;
            case LineField.Quantity: line.Quantity = walk.Number(); break;
            case LineField.Price: line.Price = Yuan(walk.Number(), ref walk); break;
            case LineField.Amount: line.Amount = Yuan(walk.Number(), ref walk); break;
            case LineField.Unit: line.Unit = Unit(ref walk); break;
            case LineField.StartAt: line.StartAt = walk.Time(context.Zone, context.Events); break;
            case LineField.StopAt: line.StopAt = walk.Time(context.Zone, context.Events); break;
            case LineField.Department: line.Department = walk.Id(); break;
            case LineField.Doctor: line.Doctor = walk.Id(); break;
            case LineField.Title: line.Title = walk.Meaning(context.Profile, NhsaTables.DoctorTitle); break;
            case LineField.Current: line.SetCurrent(walk.RowOrRefuse(context.Profile, NhsaTables.Current)); break;
            case LineField.VisitId: line.VisitId = walk.Id(); break;
            default: walk.Skip(); break;
        }
    }

    private ReadLine Line(in Fields line, ref JsonWalk walk)
    {
        // What is not said to be history is asked about.
        var current = line.Current ?? true;
        if (line.Doctor is { } doctor && line.Title is { } title)
            context.Titles[doctor] = title;
        if (line.Id is null)
            return Nameless(current, ref walk);
        var whyNot = line switch
        {
            { Code: null, HospitalCode: null, Name: null, HospitalName: null } => NoCode,
            { Quantity: { } quantity } when decimal.Round(quantity, QuantityDecimals) <= 0 => NoQuantity,
            _ => null,
        };
        return new ReadLine(line.Id, whyNot is null ? Order(line, ref walk) : null, current, line.StartAt is not null, line.VisitId, whyNot);
    }

    /// <summary>A line of before without an id cannot be told apart from itself the next time; one that is asked about cannot be answered.</summary>
    private ReadLine Nameless(bool current, ref JsonWalk walk)
    {
        if (current)
            throw walk.Lacking(context.Fields.Line.Name((int)LineField.Id), "应为处方（医嘱）标识，1至50个字符");
        walk.Tolerate(Deviations.Nameless);
        return default;
    }

    private static Order Order(in Fields line, ref JsonWalk walk) => new()
    {
        Id = line.Id!,
        Kind = ItemKinds.Of(line.Kind, line.Code),
        ItemCode = line.Code,
        ItemHospitalCode = line.HospitalCode,
        ItemName = line.Name ?? line.HospitalName,
        LongTerm = line.LongTerm,
        Quantity = line.Quantity is { } quantity ? new Quantity(Billed(quantity, ref walk), line.Unit ?? Quantity.BilledUnit) : null,
        // One line is one execution; the HIS sends another line for the next.
        Days = line.LongTerm ? 1 : null,
        StartAt = line.StartAt ?? default,
        EndAt = line.StopAt is { } stop && stop >= line.StartAt ? stop : null,
        GroupNumber = line.Group,
        PrescriptionNumber = line.Prescription,
        Department = line.Department,
        Doctor = line.Doctor,
        DischargeMedication = line.Discharge,
        UnitPrice = line.Price,
        Amount = line.Amount,
    };

    private static decimal Billed(decimal quantity, ref JsonWalk walk)
    {
        var kept = decimal.Round(quantity, QuantityDecimals);
        if (kept != quantity)
            walk.Tolerate(Deviations.NumberRounded);
        return kept;
    }

    private static Money? Yuan(decimal? number, ref JsonWalk walk)
    {
        if (number is not { } yuan)
            return null;
        var kept = decimal.Round(yuan, PriceDecimals);
        if (kept != yuan)
            walk.Tolerate(Deviations.NumberRounded);
        return Money.TryFromYuan(kept, out var money) ? money : null;
    }

    private static string? Unit(ref JsonWalk walk)
    {
        var unit = walk.Text();
        if (unit is not { Length: > LongestUnit })
            return unit;
        walk.Tolerate(Deviations.OverLong);
        return Cut.To(unit, LongestUnit);
    }

    private struct Fields
    {
        public string? Id, Prescription, Group, Kind, Code, Name, HospitalCode, HospitalName, Unit, Department, Doctor, Title, VisitId;
        public decimal? Quantity;
        public Money? Price, Amount;
        public DateTimeOffset? StartAt, StopAt;
        public bool LongTerm, Discharge;
        public bool? Current;

        /// <summary>Said twice, it is asked about if it is once.</summary>
        public void SetCurrent(RegionCode? code)
        {
            if (code is not null)
                Current = Current == true || code.Means == RegionWords.Yes;
        }
    }
}
