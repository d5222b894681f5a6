using OrderCheck.Cli.Csv;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules;
using OrderCheck.Ledger.Releases;
using Xunit;

namespace OrderCheck.Cli.Tests.Starter;

/// <summary>What the project's own rules/ must offer a hospital that starts with it.</summary>
public sealed class StarterSetTests
{
    private static readonly Release Starter = ReleaseBuilder.Build(RuleFolderReader.Read(Repository.Rules), number: 1).Release!;

    public static TheoryData<KnowledgeKind> Kinds => [.. KnowledgeKinds.All];

    public static TheoryData<string> SourcedTables =>
    [
        "catalogue/items.csv", "catalogue/frequencies.csv", "catalogue/age_groups.csv", "catalogue/parameters.csv",
        "catalogue/own_shares.csv",
        "dictionary/prices.csv", "dictionary/item_map.csv", "dictionary/order_charges.csv", "dictionary/route_charges.csv",
        "dictionary/units.csv", "dictionary/rounding.csv",
        .. KnowledgeKinds.All.Select(kind => $"knowledge/{KnowledgeKinds.NameOf(kind)}.csv"),
    ];

    [Fact]
    public void It_has_three_hundred_items_or_more_of_every_kind()
    {
        var day = new DateOnly(2026, 9, 1);
        var items = Starter.Catalogue.Codes.Select(code => Starter.Catalogue.FindItem(code, day)!).ToList();

        Assert.True(items.Count >= 300, $"{items.Count} items");
        Assert.All(["药品", "饮片", "项目", "耗材"], kind => Assert.True(items.Count(item => item.Kind == kind) >= 20, kind));
    }

    [Fact]
    public void It_has_four_hundred_rows_of_knowledge_or_more() =>
        Assert.True(Starter.Knowledge.Values.Sum(rows => rows.Count) >= 400);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_knowledge_has_rows_that_a_rule_reads(KnowledgeKind kind)
    {
        Assert.NotEmpty(Starter.Knowledge[kind]);
        Assert.Contains(Starter.Rules, rule => rule.Definition.Knowledge == kind);
    }

    [Theory]
    [InlineData("单日")]
    [InlineData("单次就诊")]
    [InlineData("6小时")]
    [InlineData("同一小时")]
    public void Pairs_are_there_in_every_window(string window) =>
        Assert.Contains(Starter.Knowledge[KnowledgeKind.ExclusivePairs].OfType<ExclusivePair>(), pair => pair.Window == window);

    [Theory]
    [MemberData(nameof(SourcedTables))]
    public void Every_row_names_its_source(string file)
    {
        var table = CsvTable.Read(Repository.Rules, file, "source");

        Assert.NotEmpty(table.Rows);
        Assert.All(table.Rows, row => Assert.False(string.IsNullOrWhiteSpace(row["source"]), $"{file}:{row.Line}"));
    }

    [Fact]
    public void Dictionaries_name_items_of_the_catalogue()
    {
        foreach (var file in new[] { "prices", "item_map", "order_charges", "route_charges", "units", "rounding" })
        {
            var table = CsvTable.Read(Repository.Rules, $"dictionary/{file}.csv", "item_code");
            Assert.All(table.Rows, row => Assert.True(row["item_code"] == "*" || Starter.Catalogue.Knows(row["item_code"]), $"{file}.csv:{row.Line}"));
        }
    }

    [Fact]
    public void Every_item_has_a_price()
    {
        var priced = CsvTable.Read(Repository.Rules, "dictionary/prices.csv", "item_code").Rows.Select(row => row["item_code"]).ToHashSet();

        Assert.All(Starter.Catalogue.Codes, code => Assert.Contains(code, priced));
    }
}
