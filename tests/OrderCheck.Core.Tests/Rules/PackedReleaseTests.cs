using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Rules;

/// <summary>Tables of knowledge that are kept as bytes say what they say as objects.</summary>
public sealed class PackedReleaseTests
{
    private const string Header = "item_code,item_name,sex,effective_from,effective_to,point_id,source";

    private static readonly RuleFolder Starter = Whole();
    private static readonly Release Objects = Built(Starter, largeFrom: int.MaxValue);
    private static readonly Release Packed = Built(Starter, largeFrom: 0);

    [Fact]
    public void The_starter_set_has_the_same_candidates_as_bytes_and_as_objects()
    {
        Assert.True(Packed.LargeTables.Rows > 800, $"{Packed.LargeTables.Rows} rows are kept as bytes.");
        AssertSame(Objects, Packed);
    }

    [Fact]
    public void So_have_its_shadow_and_the_release_that_cases_are_held_against()
    {
        AssertSame(Objects.Shadow!, Packed.Shadow!);
        AssertSame(Objects.UnderTest(), Packed.UnderTest());
    }

    [Fact]
    public void Rows_that_a_case_brings_stand_behind_those_of_the_table()
    {
        var brought = Objects.Knowledge[KnowledgeKind.SexLimits].Take(3).ToList();
        var rows = new Dictionary<KnowledgeKind, IReadOnlyList<KnowledgeRow>> { [KnowledgeKind.SexLimits] = brought };
        AssertSame(Objects.With(rows), Packed.With(rows));
        Assert.Equal(brought, Packed.With(rows).Knowledge[KnowledgeKind.SexLimits].TakeLast(3));
    }

    [Fact]
    public void A_kind_lists_the_same_rows()
    {
        foreach (var kind in KnowledgeKinds.All)
            Assert.Equal(Objects.Knowledge[kind].Select(Said).Order(StringComparer.Ordinal), Packed.Knowledge[kind].Select(Said).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_item_asked_for_again_has_the_same_objects_and_costs_nothing()
    {
        string[] codes = [.. Packed.Catalogue.Codes];
        var first = codes.Select(code => Packed.CandidatesFor(code).ToArray()).ToList();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var found = 0;
        foreach (var code in codes)
            found += Packed.CandidatesFor(code).Length;
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(first.Sum(static candidates => candidates.Length), found);
        Assert.All(codes.Zip(first), one => Assert.True(Packed.CandidatesFor(one.First).SequenceEqual(one.Second)));
    }

    [Fact]
    public void A_release_made_ready_for_what_the_one_before_had_in_use_makes_nothing_of_it_anew()
    {
        var (before, next) = (Built(Starter, largeFrom: 0), Built(Starter, largeFrom: 0));
        string[] used = [.. before.Catalogue.Codes.Take(50)];
        foreach (var code in used)
            Asked(before, code);
        next.PrepareFor(before);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        foreach (var code in used)
            Asked(next, code);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - allocated);
    }

    [Theory]
    [InlineData($"{Folders.Drug},阿帕他胺片,男,,,,\n{Folders.Drug},阿帕他胺片,男,2026-01-01,,,", 3, "the same limit is in force on the same days in line 2")]
    [InlineData($"{Folders.Drug},阿帕他胺片,男,,,P1,\n{Folders.Service},诊查费,,,,,\n", 3, "sex: the field is empty")]
    [InlineData($"{Folders.Drug},阿帕他胺片,男,,,,\nXL99,不在目录,男,,,,\n", 3, "'XL99' is not in the catalogue")]
    [InlineData($"{Folders.Drug},阿帕他胺片,男,2026-02-01,2026-01-01,,", 2, "2026-01-01 is before effective_from 2026-02-01")]
    public void Faults_of_a_large_table_are_those_of_a_small_one(string rows, int line, string message)
    {
        var folder = Folders.StarterOf("sex_limits", $"{Header}\n{rows}\n");
        var fault = Assert.Single(ReleaseBuilder.Build(folder, 1, null, largeFrom: 0).Faults);
        Assert.Equal(("knowledge/sex_limits.csv", line), (fault.File, fault.Line));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        Assert.Equal(ReleaseBuilder.Build(folder, 1, null, largeFrom: int.MaxValue).Faults, ReleaseBuilder.Build(folder, 1, null, largeFrom: 0).Faults);
    }

    [Fact]
    public void A_row_of_a_large_table_that_no_rule_reads_is_a_fault_too()
    {
        var rule = RuleJson.File(RuleJson.Rule("limit.Sex == \"男\" && limit.Sex != patient.Sex"));
        var folder = Folders.With(rule, new RuleFile("knowledge/sex_limits.csv", $"{Header}\n{Folders.Drug},阿帕他胺片,男,,,,\n{Folders.Service},诊查费,女,,,,\n"));
        var fault = Assert.Single(ReleaseBuilder.Build(folder, 1, null, largeFrom: 0).Faults);
        Assert.Equal(3, fault.Line);
        Assert.Contains("No rule reads this row (1 such rows in the file)", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_says_the_same_is_taken_over_and_one_that_says_something_else_is_not()
    {
        var sex = new RuleFile("knowledge/sex_limits.csv", $"{Header}\n{Folders.Drug},阿帕他胺片,男,,,,\n");
        var before = Folders.Built(Folders.With(RuleJson.File(RuleJson.Rule("limit.Sex != patient.Sex")), sex));
        var same = ReleaseBuilder.Build(Folders.With(RuleJson.File(RuleJson.Rule("limit.Sex != patient.Sex")), sex), 2, before).Release!;
        var other = ReleaseBuilder.Build(Folders.With(RuleJson.File(RuleJson.Rule("limit.Sex == patient.Sex")), sex), 2, before).Release!;
        var facts = new CaseFacts().Of(before.CandidatesFor(Folders.Drug)[0].Row, static facts => facts.Patient.Sex = "女");
        Assert.True(same.CandidatesFor(Folders.Drug)[0].Rule.Matches(facts));
        Assert.False(other.CandidatesFor(Folders.Drug)[0].Rule.Matches(facts));
    }

    private static void Asked(Release release, string code)
    {
        _ = release.CandidatesFor(code);
        _ = release.Catalogue.FindItem(code, new DateOnly(2026, 6, 1));
    }

    private static void AssertSame(Release objects, Release packed)
    {
        foreach (var code in (IEnumerable<string>)[.. objects.Catalogue.Codes, "XL02BBA326A009999999999", "XJ01", "unknown", ""])
        {
            var (expected, found) = (objects.CandidatesFor(code).ToArray(), packed.CandidatesFor(code).ToArray());
            Assert.Equal(expected.Select(static one => one.Rule.Definition.Name), found.Select(static one => one.Rule.Definition.Name));
            Assert.Equal(expected.Select(Said).Order(StringComparer.Ordinal), found.Select(Said).Order(StringComparer.Ordinal));
        }
    }

    private static string Said(Candidate candidate) => $"{candidate.Rule.Definition.Name}|{Said(candidate.Row)}";

    private static string Said(KnowledgeRow row) =>
        string.Join(
            '|', row.GetType().Name, row.ItemCode, row.IsPrefix, row.ItemName, row.Sameness, row.EffectiveFrom, row.EffectiveTo, row.OfficialRuleCode,
            row.OfficialRuleName, row.OfficialText, row.Batch, row.PointId, row.Source, row is ExclusivePair { Mirrored: true },
            row is RelationRow relation ? string.Join(',', relation.Others.Select(static other => other.Code)) : "");

    private static Release Built(RuleFolder folder, int largeFrom)
    {
        var build = ReleaseBuilder.Build(folder, 1, null, largeFrom);
        Assert.Empty(build.Faults);
        return build.Release!;
    }

    /// <summary>The product's rules folder.</summary>
    private static RuleFolder Whole()
    {
        var root = Repository.Folder("rules");
        return new RuleFolder(
            [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .Where(static path => Path.GetExtension(path) is ".json" or ".csv")
                .Order(StringComparer.Ordinal)
                .Select(path => new RuleFile(Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllText(path)))]);
    }
}
