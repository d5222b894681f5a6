using OrderCheck.Core.Rules;
using OrderCheck.Core.Tables;
using OrderCheck.Core.Tests.Checks;
using Xunit;

namespace OrderCheck.Core.Tests.Tables;

public sealed class CourtesyTests
{
    private const int Rows = 200;
    private const int Charges = 20;

    [Fact]
    public void Whoever_waits_is_let_pass_at_every_row_of_a_table()
    {
        var passed = 0;
        Courtesy.By(() => Interlocked.Increment(ref passed), static () => { });
        try
        {
            using var table = CsvTable.Open(
                new RuleFile("knowledge/sex_limits.csv", "item_code\n" + string.Concat(Enumerable.Range(0, Rows).Select(static row => $"S{row}\n"))),
                [CsvColumn.Must("item_code")], [])!;
            var read = 0;
            while (table.Next())
                read++;

            Assert.Equal(Rows, read);
            Assert.True(passed >= Rows, $"Let pass {passed} times.");
        }
        finally
        {
            Courtesy.By(static () => { }, static () => { });
        }
    }

    [Fact]
    public void Whoever_waits_is_let_pass_often_at_every_charge_that_is_judged()
    {
        var passed = 0;
        Courtesy.By(static () => { }, () => Interlocked.Increment(ref passed));
        try
        {
            Inpatient.Male(62).Charging(Rulebook.Empty, [.. Enumerable.Range(1, Charges).Select(static hour => Billed.Line(Items.Infusion, 1, When.Day(2, hour)))]);

            Assert.True(passed >= Charges, $"Let pass {passed} times.");
        }
        finally
        {
            Courtesy.By(static () => { }, static () => { });
        }
    }
}
