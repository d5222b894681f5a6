using OrderCheck.Core.Rules;
using OrderCheck.Core.Tables;
using Xunit;

namespace OrderCheck.Core.Tests.Tables;

public sealed class CourtesyTests
{
    private const int Rows = 200;

    [Fact]
    public void Whoever_waits_is_let_pass_at_every_row_of_a_table()
    {
        var passed = 0;
        Courtesy.By(() => Interlocked.Increment(ref passed));
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
            Courtesy.By(static () => { });
        }
    }
}
