using CsCheck;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Patients;
using OrderCheck.Core.Tests.Checks;
using Xunit;

namespace OrderCheck.Core.Tests.Patients;

/// <summary>The history is a fold over the ledger of all encounters: counted anew over the raw lines, it is the same.</summary>
public sealed class HistoryPropertyTests
{
    private static readonly string[] Drugs = [Items.Albumin, Items.Aspirin, Items.Vitamin];

    private static readonly Gen<(int Visit, string Item, int Day, int Quantity, bool TakenBack)> Line =
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[-400, 0], Gen.Int[1, 4], Gen.Bool, (visit, item, day, quantity, back) => (visit, Drugs[item], day, quantity, back));

    [Fact]
    public void Counted_anew_over_the_raw_lines_it_is_the_same() => Gen.Select(Line.Array[0, 30], Gen.Int[-400, 0], Gen.Int[0, 60]).Sample((lines, first, length) =>
    {
        var visits = Enumerable.Range(0, 4).Select(number => Visited.Inpatient($"V{number}", -400, 0)).ToList();
        foreach (var line in lines)
        {
            var charge = Billed.Line(line.Item, line.Quantity, line.Day);
            visits[line.Visit].Charged(charge);
            if (line.TakenBack)
                visits[line.Visit].Charged(Billed.Refund(charge, 1));
        }
        var history = PatientHistory.Of(new PatientEncounters(1, [.. visits.Skip(1).Select(visit => visit.Summary)]));
        var raw = visits.Skip(1).SelectMany(visit => visit.Facts).Select(fact => fact.Fact).OfType<Charge>().ToList();
        foreach (var item in Drugs)
        {
            var (from, to) = (When.Day(first, 0), When.Day(first + length, 0));
            var counted = raw.Where(charge => charge.ItemCode == item && At(charge) >= from && At(charge) < to).Sum(charge => charge.Quantity);
            var sum = 0m;
            foreach (var use in history.UsesOf(item))
                sum += use.Day >= Day(from) && use.Day < Day(to) ? use.Quantity : 0;
            Assert.Equal(counted, sum);
        }
        foreach (var year in (int[])[2025, 2026])
            Assert.Equal(raw.Where(charge => At(charge).Year == year).Sum(charge => charge.Amount.ToYuan()), history.CostIn(year, null).ToYuan());
    });

    private static DateTimeOffset At(Charge charge) => (charge.RefundedOccurredAt ?? charge.OccurredAt).ToOffset(When.Shanghai);

    private static int Day(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(When.Shanghai).DateTime).DayNumber;
}
