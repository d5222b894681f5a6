using OrderCheck.Core.Amounts;

namespace OrderCheck.Core.Orders;

public enum OrderKind
{
    Drug = 1,

    /// <summary>中药饮片: one piece of a prescription; <see cref="Order.Dose"/> is grams a set (付), <see cref="Order.Quantity"/> the sets.</summary>
    Herb = 2,
    Service = 3,
    Consumable = 4,
}

/// <summary>
/// What a doctor asks for (医嘱). It is not a charge line: its expansion makes expected lines of it.
/// </summary>
public sealed record Order
{
    /// <summary>No amount of money is as small.</summary>
    private const long Untold = long.MinValue;

    private readonly Treatment? _treatment;
    private readonly DateTimeOffset _endAt;
    private readonly Quantity _dose;
    private readonly Quantity _quantity;
    private readonly long _unitPrice = Untold;
    private readonly long _amount = Untold;

    /// <summary>The HIS's id; a draft's may be provisional.</summary>
    public required string Id { get; init; }
    public int Revision { get; init; }
    public required OrderKind Kind { get; init; }

    /// <summary>NHSA hilist_code; null where only the hospital's code is known.</summary>
    public string? ItemCode { get; init; }
    public string? ItemHospitalCode { get; init; }
    public string? ItemName { get; init; }
    public bool LongTerm { get; init; }

    /// <summary>Per execution.</summary>
    public Quantity? Dose
    {
        get => Known(_dose);
        init => _dose = value ?? default;
    }

    /// <summary>The hospital's route code, e.g. "po", "ivgtt".</summary>
    public string? Route { get; init; }

    /// <summary>bid, q8h, qod, st …; null for once.</summary>
    public string? Frequency { get; init; }

    /// <summary>Per execution in the billed unit; null: 1, or dose ÷ strength.</summary>
    public Quantity? Quantity
    {
        get => Known(_quantity);
        init => _quantity = value ?? default;
    }

    /// <summary>Days of use, 1 to 366; null for a one-off or an open long-term order.</summary>
    public int? Days { get; init; }
    public required DateTimeOffset StartAt { get; init; }
    public DateTimeOffset? EndAt
    {
        get => _endAt == default ? null : _endAt;
        init => _endAt = value ?? default;
    }

    public string? GroupNumber { get; init; }
    public string? PrescriptionNumber { get; init; }
    public string? InfantNo { get; init; }
    public string? Department { get; init; }
    public string? Doctor { get; init; }
    public string? EnteredBy { get; init; }

    /// <summary>Title of the doctor as the HIS tells it, one of <see cref="Hospitals.DoctorTitle.All"/>: it counts where the hospital's staff dictionary does not know the doctor. Null where it was not told.</summary>
    public string? DoctorTitle { get; init; }
    public bool Rescue { get; init; }
    public bool Intraoperative { get; init; }
    public bool DischargeMedication { get; init; }
    public bool SkinTest { get; init; }

    /// <summary>长期处方: of a chronic disease, for weeks.</summary>
    public bool LongPrescription { get; init; }
    public bool SelfPay { get; init; }
    public string? DraftId { get; init; }

    /// <summary>部位, with 、 between them; null where they were not told.</summary>
    public string? Sites
    {
        get => _treatment?.Sites;
        init => _treatment = Treatment.WithSites(_treatment, value);
    }

    /// <summary>穴位, with 、 between them; null where they were not told.</summary>
    public string? Points
    {
        get => _treatment?.Points;
        init => _treatment = Treatment.WithPoints(_treatment, value);
    }

    /// <summary>Sites, points or fields of one execution; null where it was not told.</summary>
    public int? CountPerExecution
    {
        get => _treatment?.CountPerExecution;
        init => _treatment = Treatment.WithCount(_treatment, value);
    }

    /// <summary>疗程: which course it is, from 1; null where it was not told.</summary>
    public int? Course
    {
        get => _treatment?.Course;
        init => _treatment = Treatment.WithCourse(_treatment, value);
    }

    /// <summary>Executions that make the course; null where it was not told.</summary>
    public int? CourseExecutions
    {
        get => _treatment?.CourseExecutions;
        init => _treatment = Treatment.WithExecutions(_treatment, value);
    }

    /// <summary>What the HIS says that <see cref="Quantity"/>'s unit costs; null where it was not told.</summary>
    public Money? UnitPrice
    {
        get => _unitPrice == Untold ? null : Money.FromMicros(_unitPrice);
        init => _unitPrice = value?.Micros ?? Untold;
    }

    /// <summary>What the HIS says that <see cref="Quantity"/> costs in all; of herbs, all sets. Null where it was not told.</summary>
    public Money? Amount
    {
        get => _amount == Untold ? null : Money.FromMicros(_amount);
        init => _amount = value?.Micros ?? Untold;
    }

    /// <summary>拟施手术: ICD-9-CM-3; null where the order asks for no operation.</summary>
    public string? ProcedureCode { get; init; }

    /// <summary>One that was never told has no unit.</summary>
    private static Quantity? Known(Quantity quantity) => quantity.Unit is null ? null : quantity;
}
