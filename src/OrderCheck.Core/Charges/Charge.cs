using OrderCheck.Core.Amounts;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Orders;

namespace OrderCheck.Core.Charges;

/// <summary>What the HIS billed (费用明细). Its <see cref="Fact.OccurredAt"/> is when the service was given, not when it was recorded.</summary>
public sealed record Charge : Fact
{
    private readonly Treatment? _treatment;

    public override EntityKind Entity => EntityKind.Charge;

    /// <summary>NHSA hilist_code; null where the hospital's code maps to none.</summary>
    public string? ItemCode { get; init; }
    public string? ItemHospitalCode { get; init; }
    public string? ItemName { get; init; }

    /// <summary>In the billed unit; negative in a refund, never 0.</summary>
    public required decimal Quantity { get; init; }
    public string? Unit { get; init; }

    /// <summary>Per billed unit, up to six decimals, never negative.</summary>
    public required Money UnitPrice { get; init; }

    /// <summary>The HIS's amount, authoritative even where it differs from price × quantity; negative in a refund.</summary>
    public required Money Amount { get; init; }
    public string? OrderId { get; init; }
    public string? OrderingDepartment { get; init; }
    public string? OrderingDoctor { get; init; }
    public string? ExecutingDepartment { get; init; }
    public string? Ward { get; init; }

    /// <summary>insutype that paid at that time.</summary>
    public string? Payer { get; init; }
    public string? InfantNo { get; init; }

    /// <summary>The charge that this negative line refunds, wholly or partly.</summary>
    public string? RefundOf { get; init; }

    /// <summary>When the refunded charge occurred: the use it takes back was on that day. Set when recorded.</summary>
    public DateTimeOffset? RefundedOccurredAt { get; init; }

    /// <summary>NHSA med_chrgitm_type; resolved from the catalogue when recorded, so that totals are a fold of the ledger alone.</summary>
    public string? Category { get; init; }

    /// <summary>NHSA chrgitm_lv 01 甲, 02 乙, 03 丙; resolved when recorded.</summary>
    public string? ItemClass { get; init; }

    /// <summary>0 to 1; resolved when recorded.</summary>
    public decimal? OwnShareRatio { get; init; }
    public bool SelfPay { get; init; }

    /// <summary>From the automatic batch, which is never interrupted.</summary>
    public bool Automatic { get; init; }

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

    /// <summary>疗程: of which course it is, from 1; null where it was not told.</summary>
    public int? Course
    {
        get => _treatment?.Course;
        init => _treatment = Treatment.WithCourse(_treatment, value);
    }

    /// <summary>What the stock issued for the line (出库), by NHSA's or the hospital's own code; null where it was not told.</summary>
    public string? IssuedItemCode { get; init; }

    /// <summary>What the operation record or the scanned label says was used, by NHSA's or the hospital's own code; null where it was not told.</summary>
    public string? UsedItemCode { get; init; }

    /// <summary>The stock's number of the issue.</summary>
    public string? IssueId { get; init; }

    /// <summary>Staff code of who did it; null where it was not told.</summary>
    public string? ExecutingDoctor { get; init; }

    /// <summary>No complete judgement covered it when it was recorded: the late sweeper judges it. Set when recorded.</summary>
    public bool Unjudged { get; init; }

    /// <summary>What the patient pays of this line: all of a self-paid or class 丙 line, else amount × ratio, to the fen; null if the ratio is not known.</summary>
    public Money? OwnShare =>
        SelfPay || ItemClass == "03" ? Amount : OwnShareRatio is { } ratio ? Amount.TimesToFen(ratio) : null;
}
