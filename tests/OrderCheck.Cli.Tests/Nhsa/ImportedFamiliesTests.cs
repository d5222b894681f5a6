using CsCheck;
using OrderCheck.Core.Tests.Histories;
using Xunit;

namespace OrderCheck.Cli.Tests.Nhsa;

/// <summary>What must not matter to a finding, on everything that NHSA has published.</summary>
public sealed class ImportedFamiliesTests(Imported imported)
{
    private const int Times = 300;

    /// <summary>Families that NHSA's points alone make findings of.</summary>
    private static readonly string[] Published =
        ["性别", "年龄", "险种", "机构级别", "就医方式", "频次", "疗程", "重复收费", "不予支付", "文字限定"];

    private static Book? _book;

    [Fact]
    public void The_order_of_orders_does_not_matter() => Sample(Properties.TheOrderOfOrdersDoesNotMatter);

    [Fact]
    public void An_unrelated_order_changes_no_other_orders_findings() => Sample(Properties.AnUnrelatedOrderChangesNoOthersFindings);

    [Fact]
    public void Splitting_a_charge_in_two_halves_changes_no_quantity_finding() => Sample(Properties.SplittingAChargeInHalvesChangesNoQuantityFinding);

    [Fact]
    public void Refunding_a_charge_restores_what_was_before() => Sample(Properties.RefundingAChargeRestoresWhatWasBefore);

    [Fact]
    public void Random_histories_make_findings_of_every_published_family()
    {
        var found = new System.Collections.Concurrent.ConcurrentDictionary<string, bool>();

        Sample(history =>
        {
            foreach (var finding in history.Answers().SelectMany(answer => answer.Findings))
                found[finding.Family] = true;
        });

        Assert.Empty(Published.Except(found.Keys));
    }

    private void Sample(Action<History> property)
    {
        Imported.SkipWithoutTables();
        var book = _book ??= Book.Of(imported.Release, History.FirstDay);
        new HistoryGen(book).Any.Sample(property, iter: Times);
    }
}
