using OrderCheck.Core.Checks;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Tests.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>The rules folder that the product comes with, whole.</summary>
public sealed class ProductRulesTests
{
    private static readonly Lazy<Rulebook> Product = new(Read);

    [Fact]
    public void Every_item_can_be_ordered_and_charged_without_any_rule_failing()
    {
        var rules = Product.Value;
        var patient = Inpatient.Female(62).Budgeted(10_000, 12_000);
        Assert.NotEmpty(rules.Release.Catalogue.Codes);

        foreach (var items in rules.Release.Catalogue.Codes.Order(StringComparer.Ordinal).Chunk(50))
        {
            var ordered = patient.Ordering(rules, [.. items.Select(item => Ordered.Drug(item, frequency: "bid", days: 3))]);
            var charged = patient.Charging(rules, [.. items.Select(item => Billed.Line(item, 1, 2))]);

            Assert.Equal((CheckState.Complete, CheckState.Complete), (ordered.State, charged.State));
            Assert.All(ordered.Findings.Concat(charged.Findings), finding => Assert.DoesNotContain("$(", finding.Message, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Findings_of_the_product_name_their_rule_item_and_allowed_decisions()
    {
        var rules = Product.Value;
        var findings = rules.Release.Catalogue.Codes.Order(StringComparer.Ordinal)
            .SelectMany(item => Inpatient.Male(40).Ordering(rules, Ordered.Service(item, frequency: "q1h", days: 40)).Findings).ToList();

        Assert.NotEmpty(findings);
        Assert.All(findings.Where(finding => finding.Rule is not BuiltInFindings.NotExpanded), finding =>
        {
            Assert.NotEmpty(finding.Title);
            Assert.NotNull(finding.Offender?.ItemCode);
            Assert.NotEmpty(finding.AllowedDecisions);
        });
    }

    private static Rulebook Read()
    {
        var root = Repository.Folder("rules");
        var files = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(path => path.EndsWith(".csv", StringComparison.Ordinal) || path.EndsWith(".json", StringComparison.Ordinal))
            .Select(path => new RuleFile(Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllText(path)))
            .Where(file => !file.Path.StartsWith("cases/", StringComparison.Ordinal))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToList();
        var release = Folders.Built(new RuleFolder(files));
        var dictionary = DictionaryBuilder.Build(Rulebook.Hospital, 1, release.Dictionary.Files);
        Assert.Empty(dictionary.Faults);
        return new Rulebook(release, dictionary.Dictionary!);
    }
}
