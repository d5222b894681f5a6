using System.Collections.Concurrent;
using CsCheck;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Tests.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Histories;

/// <summary>The properties that hold for every family, on the rules folder that the product comes with.</summary>
public sealed class StarterFamiliesTests
{
    private const int Times = 600;

    private static readonly RuleFile[] Files =
        [.. Repository.RuleFiles().Where(file => !file.Path.StartsWith("grouping/", StringComparison.Ordinal) && !file.Path.StartsWith("cases/", StringComparison.Ordinal))];

    private static readonly Book Starter = Book.Of(Folders.Built(new RuleFolder(Files)), History.FirstDay);

    private static readonly Book Plain = Starter with { Release = PlainRelease.Of(Starter.Release) };

    private static readonly Gen<History> Histories = new HistoryGen(Starter).Any;

    /// <summary>The same histories in every run: which families come is a matter of the generator, not of luck. The properties get new ones.</summary>
    [Fact]
    public void Random_histories_make_findings_of_every_family()
    {
        var found = new ConcurrentDictionary<string, int>();
        var random = new PCG(1, 20261102);
        History[] histories = [.. Enumerable.Range(0, Times * 4).Select(_ => Histories.Generate(random, null, out var _))];

        Parallel.ForEach(histories, history =>
        {
            foreach (var answer in history.Answers())
            {
                foreach (var family in Families(answer))
                    found.AddOrUpdate(family, 1, static (_, times) => times + 1);
            }
        });

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('，', found.OrderBy(family => family.Value).Select(family => $"{family.Key} {family.Value}")));
        Assert.Empty(RuleFamily.All.Select(family => family.Name).Except(found.Keys));
    }

    [Fact]
    public void The_plain_engine_gives_the_same_answers() => Histories.Sample(
        history =>
        {
            Assert.Equal(Told.InAll(history.Ordering()), Told.InAll(history.Ordering(Plain)));
            Assert.Equal(Told.InAll(history.Charged()), Told.InAll(history.Charged(Plain)));
            Assert.Equal(Told.InAll(history.Audited(Stage.Registration)), Told.InAll(history.Audited(Stage.Registration, Plain)));
            Assert.Equal(Told.InAll(history.Audited(Stage.Discharge)), Told.InAll(history.Audited(Stage.Discharge, Plain)));
        },
        iter: Times / 4);

    [Fact]
    public void The_order_of_orders_does_not_matter() => Histories.Sample(Properties.TheOrderOfOrdersDoesNotMatter, iter: Times);

    [Fact]
    public void An_unrelated_order_changes_no_other_orders_findings() => Histories.Sample(Properties.AnUnrelatedOrderChangesNoOthersFindings, iter: Times);

    [Fact]
    public void Splitting_a_charge_in_two_halves_changes_no_quantity_finding() => Histories.Sample(Properties.SplittingAChargeInHalvesChangesNoQuantityFinding, iter: Times);

    [Fact]
    public void Refunding_a_charge_restores_what_was_before() => Histories.Sample(Properties.RefundingAChargeRestoresWhatWasBefore, iter: Times);

    /// <summary>That found something; what is prose is never more than undetermined.</summary>
    private static IEnumerable<string> Families(CheckAnswer answer) =>
        answer.Findings.Where(finding => !finding.Undetermined || finding.Family == RuleFamily.Prose.Name).Select(finding => finding.Family)
            .Concat(answer.Flags.Count > 0 ? [RuleFamily.Flag.Name] : []).Distinct();
}
