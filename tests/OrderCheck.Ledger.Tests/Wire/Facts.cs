using CsCheck;
using OrderCheck.Core.Amounts;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Orders;

namespace OrderCheck.Ledger.Tests.Wire;

/// <summary>Any well-formed fact of any kind.</summary>
internal static class Facts
{
    private static readonly DateTimeOffset Start = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly Gen<string> Id = Gen.Char["abcXYZ0189-_./:医嘱护 "].Array[0, 62].Select(static c => "i" + new string(c) + "d");
    public static readonly Gen<string?> Code = Gen.OneOf(Gen.Const((string?)null), Id.Select(static s => (string?)s));
    public static readonly Gen<DateTimeOffset> Time = Gen.Long[0, TimeSpan.TicksPerDay * 9000].Select(static t => Start.AddTicks(t));
    public static readonly Gen<Money> Price = Gen.Long[0, 100_000_000_000_000].Select(Money.FromMicros);
    public static readonly Gen<decimal> Positive = Gen.Long[1, 10_000_000_000].Select(static n => n / 10_000m);
    private static readonly Gen<DateTimeOffset?> OptionalTime = Gen.OneOf(Gen.Const((DateTimeOffset?)null), Time.Select(static t => (DateTimeOffset?)t));
    private static readonly Gen<Quantity?> Amount = Gen.OneOf(
        Gen.Const((Quantity?)null),
        Gen.Select(Positive, OneOf("片", "g", "ml", "次"), static (v, u) => (Quantity?)new Quantity(v, u)));

    private static readonly Gen<string?> Sites = OneOf<string?>(null, "腰部", "腰部、左膝", "合谷、曲池、足三里");
    private static readonly Gen<int?> Count = Gen.Int[0, 1000].Select(static n => n == 0 ? (int?)null : n);

    public static readonly Gen<Order> Order =
        from id in Id
        from codes in Code.Array[13]
        from flags in Gen.Bool.Array[7]
        from kind in OneOf(Enum.GetValues<OrderKind>())
        from amounts in Amount.Array[2]
        from days in Gen.Int[0, 366]
        from revision in Gen.Int[0, int.MaxValue]
        from start in Time
        from sites in Sites.Array[2]
        from counts in Count.Array[3]
        from prices in Gen.OneOf(Gen.Const((Money?)null), Price.Select(static price => (Money?)price)).Array[2]
        from title in OneOf<string?>([null, .. DoctorTitle.All])
        from lasts in Gen.OneOf(Gen.Const((long?)null), Gen.Long[0, TimeSpan.TicksPerDay * 366].Select(static t => (long?)t))
        select new Order
        {
            Id = id,
            Revision = revision,
            Kind = kind,
            ItemCode = codes[0] ?? "XN01",
            ItemHospitalCode = codes[1],
            ItemName = codes[2],
            LongTerm = flags[0],
            Dose = amounts[0],
            Route = codes[3],
            Frequency = codes[4],
            Quantity = amounts[1],
            Days = days == 0 ? null : days,
            StartAt = start,
            EndAt = lasts is { } ticks ? start.AddTicks(ticks) : null,
            GroupNumber = codes[5],
            PrescriptionNumber = codes[6],
            InfantNo = codes[7],
            Department = codes[8],
            Doctor = codes[9],
            EnteredBy = codes[10],
            DoctorTitle = title,
            Rescue = flags[1],
            Intraoperative = flags[2],
            DischargeMedication = flags[3],
            SkinTest = flags[4],
            SelfPay = flags[5],
            LongPrescription = flags[6],
            DraftId = codes[11],
            Sites = sites[0],
            Points = sites[1],
            CountPerExecution = counts[0],
            Course = counts[1],
            CourseExecutions = counts[2],
            UnitPrice = prices[0],
            Amount = prices[1],
            ProcedureCode = codes[12],
        };

    public static readonly Gen<Charge> Charge =
        from id in Id
        from codes in Code.Array[11]
        from flags in Gen.Bool.Array[4]
        from quantity in Positive
        from price in Price
        from amount in Price
        from at in Time
        from refundedAt in OptionalTime
        from ratio in Gen.OneOf(Gen.Const((decimal?)null), Gen.Int[0, 10_000].Select(static n => (decimal?)(n / 10_000m)))
        from level in OneOf<string?>(null, "01", "02", "03")
        from sites in Sites.Array[2]
        from counts in Count.Array[2]
        from stock in Code.Array[4]
        select new Charge
        {
            Id = id,
            OccurredAt = at,
            ItemCode = codes[0] ?? "XN01",
            ItemHospitalCode = codes[1],
            ItemName = codes[2],
            Quantity = flags[0] ? -quantity : quantity,
            Unit = codes[3]?[..1],
            UnitPrice = price,
            Amount = flags[0] ? -amount : amount,
            OrderId = codes[4],
            OrderingDepartment = codes[5],
            OrderingDoctor = codes[6],
            ExecutingDepartment = codes[7],
            Ward = codes[8],
            Payer = codes[9],
            InfantNo = codes[10],
            RefundOf = flags[0] ? "original" : null,
            RefundedOccurredAt = refundedAt,
            Category = codes[10],
            ItemClass = level,
            OwnShareRatio = ratio,
            SelfPay = flags[1],
            Automatic = flags[2],
            Unjudged = flags[3],
            Sites = sites[0],
            Points = sites[1],
            CountPerExecution = counts[0],
            Course = counts[1],
            IssuedItemCode = stock[0],
            UsedItemCode = stock[1],
            IssueId = stock[2],
            ExecutingDoctor = stock[3],
        };

    public static readonly Gen<EncounterFact> Event =
        from id in Id
        from revision in Gen.Int[0, 1000]
        from at in Time
        from fact in Events.Any
        select fact with { Id = id, Revision = revision, OccurredAt = at };

    public static readonly Gen<Fact> Action =
        from id in Id
        from order in Id
        from at in Time
        from reason in Code
        from kind in Gen.Int[0, 5]
        select (Fact)(kind switch
        {
            0 => new OrderVerified(order, reason) { Id = id, OccurredAt = at },
            1 => new OrderReturned(order, reason) { Id = id, OccurredAt = at },
            2 => new OrderExecuted(order, reason) { Id = id, OccurredAt = at },
            3 => new OrderStopped(order, reason) { Id = id, OccurredAt = at },
            4 => new OrderCancelled(order, reason) { Id = id, OccurredAt = at },
            _ => new OrderSuperseded("old" + order[..1], "new") { Id = id, OccurredAt = at },
        });

    public static readonly Gen<Fact> Decision =
        from id in Id
        from check in Id
        from at in Time
        from kind in OneOf(Enum.GetValues<DecisionKind>())
        from promise in Gen.Int[0, 2]
        select (Fact)new DecisionRecorded(check, "0123456789abcdef", kind, kind == DecisionKind.Overridden ? "病情需要" : null, kind == DecisionKind.SelfPay)
        {
            Id = id,
            OccurredAt = at,
            Promise = promise > 0 && kind is (DecisionKind.MeetsLimit or DecisionKind.Overridden) ? (PromiseKind)promise : null,
            PromiseDue = promise > 1 && kind is (DecisionKind.MeetsLimit or DecisionKind.Overridden) ? at : null,
            DecidedBy = promise > 0 ? "D0007" : null,
            Revision = promise,
        };

    public static readonly Gen<Fact> Signed =
        from order in Order
        from check in Code
        from covered in Gen.Bool
        select (Fact)new OrderSigned(order, check, covered) { Id = order.Id, Revision = order.Revision, OccurredAt = order.StartAt };

    public static readonly Gen<Fact> Any = Gen.OneOf(
        Signed, Charge.Select(static c => (Fact)c), Event.Select(static e => (Fact)e), Action, Decision);

    public static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
