using System.Collections.Frozen;
using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Tests.Simulation;

/// <summary>A release with a handful of items and no rules: the least that a hospital can be simulated from.</summary>
internal static class SmallRelease
{
    public static Release Create(string prices = "") => new(
        1,
        "hash",
        new ItemCatalogue(
        [
            Item("001109000010000", "普通病房床位费", "项目", "01", "日"),
            Item("001201000030000", "Ⅱ级护理", "项目", "07", "日"),
            Item("001102000060000", "住院诊查费", "项目", "02", "日"),
            Item("002501010150000", "血细胞分析", "项目", "04", "次"),
            Item("002503010010000", "血清总蛋白测定", "项目", "04", "项"),
            Item("002103000010000", "X线计算机体层(CT)平扫", "项目", "03", "每部位"),
            Item("003310000010000", "阑尾切除术", "项目", "06", "次"),
            Item("001204000010000", "肌肉注射", "项目", "05", "次"),
            Item("XC07ABM055A001010100001", "美托洛尔片", "药品", "09", "片"),
            Item("XC09AAK001A001010100001", "卡托普利片", "药品", "09", "片"),
            Item("C0101010010000000001", "一次性使用引流管", "耗材", "08", "根"),
        ]),
        CodeTables.Empty,
        [],
        FrozenDictionary<KnowledgeKind, IReadOnlyList<KnowledgeRow>>.Empty,
        CandidateIndex.Empty,
        prices.Length == 0 ? DictionarySeed.Empty : new DictionarySeed([new RuleFile("dictionary/prices.csv", prices)]));

    private static CatalogueItem Item(string code, string name, string kind, string category, string unit) =>
        new() { Code = code, Name = name, Kind = kind, Category = category, Unit = unit };
}
