using OrderCheck.Core.Amounts;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Orders;
using Xunit;

namespace OrderCheck.Core.Tests.Histories;

/// <summary>What must not matter to a finding, of whatever family.</summary>
internal static class Properties
{
    public static void TheOrderOfOrdersDoesNotMatter(History history)
    {
        var turned = history with { Asked = [.. history.Asked.Reverse()], Charging = [.. history.Charging.Reverse()] };
        // Odd places first: another order than the reverse.
        var dealt = history with { Asked = [.. history.Asked.Where((_, place) => place % 2 == 1), .. history.Asked.Where((_, place) => place % 2 == 0)] };

        Assert.Equal(Told.InAll(history.Ordering()), Told.InAll(turned.Ordering()));
        Assert.Equal(Told.InAll(history.Ordering()), Told.InAll(dealt.Ordering()));
        Assert.Equal(Told.InAll(history.Charged()), Told.InAll(turned.Charged()));
    }

    public static void AnUnrelatedOrderChangesNoOthersFindings(History history)
    {
        var unrelated = new Order
        {
            Id = "无关",
            Kind = OrderKind.Service,
            ItemCode = history.Book.Unrelated,
            Quantity = new Quantity(2, "次"),
            Frequency = "tid",
            Days = 3,
            StartAt = History.Day(2, 9),
        };
        var more = history with { Asked = history.Asked.Insert(history.Asked.Length / 2, unrelated) };
        var signed = history.Then(new OrderSigned(unrelated, null, true) { Id = unrelated.Id, OccurredAt = unrelated.StartAt });

        Assert.Equal(Others(history.Ordering()), Others(more.Ordering()));
        Assert.Equal(Others(history.Ordering()), Others(signed.Ordering()));
        // Where no order at all was told of, nobody knows whether this HIS tells of any.
        if (history.Facts.Exists(fact => fact is OrderSigned))
            Assert.Equal(Others(history.Audited(Stage.Discharge)), Others(signed.Audited(Stage.Discharge)));

        // What the unrelated order costs counts for the budget, which is nobody's order.
        string Others(CheckAnswer answer) => Told.Lines(answer.Findings.Where(finding => finding.Offender?.OrderId != unrelated.Id && finding.Family != "预算进度"));
    }

    public static void SplittingAChargeInHalvesChangesNoQuantityFinding(History history)
    {
        var halves = history with { Charging = [.. history.Charging.SelectMany(Halves)] };

        Assert.Equal(Told.OfQuantities(history.Charged()), Told.OfQuantities(halves.Charged()));
    }

    public static void RefundingAChargeRestoresWhatWasBefore(History history)
    {
        // 费别变更 is told with the first posting after the change: a posting that was taken back is one.
        var charge = history.Charging[0] with { Id = "多收" };
        var after = history.Then(charge, HistoryGen.Refund(charge, charge.Quantity, "全退"));

        Assert.Equal(Told.By(history.Ordering()), Told.By(after.Ordering()));
        Assert.Equal(ButFeeType(history.Charged()), ButFeeType(after.Charged()));
        Assert.Equal(Told.By(history.Audited(Stage.Discharge)), Told.By(after.Audited(Stage.Discharge)));

        static string ButFeeType(CheckAnswer answer) => Told.Lines(answer.Findings.Where(finding => finding.Family != "费别变更"));
    }

    private static Charge[] Halves(Charge charge)
    {
        var half = charge with { Quantity = charge.Quantity / 2, Amount = Money.FromMicros(charge.Amount.Micros / 2) };
        return [half, half with { Id = charge.Id + "b", Amount = charge.Amount - half.Amount }];
    }
}
