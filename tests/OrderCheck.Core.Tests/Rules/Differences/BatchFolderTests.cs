using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Differences;
using Xunit;

namespace OrderCheck.Core.Tests.Rules.Differences;

public sealed class BatchFolderTests
{
    private const string Sexes = "knowledge/sex_limits.csv";

    /// <summary>Batch 17 of 29 June ends what batch 1 said of X1, and says it anew; X2 ended on a day of its own; X4 is the office's.</summary>
    private static readonly RuleFolder Now = new(
    [
        new RuleFile(Sexes, "item_code,item_name,sex,effective_from,effective_to,batch\n"
            + "X1,甲,男,2025-05-23,2026-06-28,1\nX2,乙,女,2025-05-23,2026-01-27,16\nX1,甲,女,2026-06-29,,17\nX3,\"丙,大\",男,2026-06-29,,17\nX4,丁,男,,2026-12-31,\n"),
        new RuleFile("catalogue/items.csv", "item_code\nX1\n"),
    ]);

    [Fact]
    public void As_of_the_batch_before_the_last_what_it_ended_is_open_and_what_it_brought_is_not_there()
    {
        var then = BatchFolder.AsOf(Now, 16);

        Assert.Equal(
            "item_code,item_name,sex,effective_from,effective_to,batch\nX1,甲,男,2025-05-23,,1\nX2,乙,女,2025-05-23,2026-01-27,16\nX4,丁,男,,2026-12-31,\n",
            then.Find(Sexes)!.Text);
        Assert.Equal("item_code\nX1\n", then.Find("catalogue/items.csv")!.Text);
    }

    [Fact]
    public void Two_batches_of_one_folder_differ_by_what_the_later_one_brought_and_ended()
    {
        var changes = FolderDifferences.Between(BatchFolder.AsOf(Now, 16), BatchFolder.AsOf(Now, 17));

        Assert.Equal(
            [(ChangeKind.Added, "X1"), (ChangeKind.Ended, "X1"), (ChangeKind.Added, "X3")],
            changes.Select(change => (change.Kind, change.Code)));
    }

    [Fact]
    public void An_update_without_a_number_is_of_the_time_after_the_batch_before_it()
    {
        var now = new RuleFolder(
        [
            new RuleFile(Sexes, "item_code,item_name,sex,effective_from,effective_to,batch\n"
                + "X1,甲,男,2025-05-23,2026-01-27,1\nX2,乙,女,2026-01-06,,8\nX1,甲,女,2026-01-28,2026-04-20,updates_2026-01\nX1,甲,男,2026-04-21,,9\n"),
        ]);

        Assert.Equal(
            "item_code,item_name,sex,effective_from,effective_to,batch\nX1,甲,男,2025-05-23,,1\n",
            BatchFolder.AsOf(now, 1).Find(Sexes)!.Text);
        Assert.Equal(
            "item_code,item_name,sex,effective_from,effective_to,batch\nX1,甲,男,2025-05-23,2026-01-27,1\nX2,乙,女,2026-01-06,,8\nX1,甲,女,2026-01-28,,updates_2026-01\n",
            BatchFolder.AsOf(now, 8).Find(Sexes)!.Text);
    }

    [Fact]
    public void As_of_the_last_batch_everything_is_as_it_is() =>
        Assert.Empty(FolderDifferences.Between(Now, BatchFolder.AsOf(Now, 17)));

    [Fact]
    public void A_batch_that_the_folder_has_no_row_of_is_refused_with_those_that_it_has()
    {
        var refused = Assert.Throws<ArgumentException>(() => BatchFolder.AsOf(Now, 15));

        Assert.Contains("1, 16, 17", refused.Message, StringComparison.Ordinal);
    }
}
