using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Rules;

public sealed class ReleaseTests
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    private static Release SexRelease(string rows, string state = "active", string header = "item_code,sex") =>
        Folders.Built(Folders.With(
            RuleJson.File(RuleJson.Rule().SetProperty("state", state)),
            new RuleFile("knowledge/sex_limits.csv", $"{header}\n{rows}")));

    [Fact]
    public void An_items_candidates_are_its_own_rows_and_those_of_its_prefixes()
    {
        var release = SexRelease($"{Folders.Drug},男\nXL02*,女\n0011*,男\n");

        Assert.Equal(["男", "女"], release.CandidatesFor(Folders.Drug).ToArray().Select(candidate => ((SexLimit)candidate.Row).Sex));
        Assert.Equal(["女"], release.CandidatesFor(Folders.SisterDrug).ToArray().Select(candidate => ((SexLimit)candidate.Row).Sex));
        Assert.Equal(1, release.CandidatesFor(Folders.Service).Length);
        Assert.True(release.CandidatesFor(Folders.Herb).IsEmpty);
        Assert.True(release.EncounterCandidates.IsEmpty);
    }

    [Fact]
    public void A_code_that_the_catalogue_does_not_have_is_found_by_all_its_prefixes()
    {
        var release = SexRelease("XL02BBA326*,男\nXL02*,女\n");

        Assert.Equal(2, release.CandidatesFor("XL02BBA326A009999999999").Length);
        Assert.Equal(1, release.CandidatesFor("XL02ZZZ").Length);
        Assert.True(release.CandidatesFor("XL0").IsEmpty);
        Assert.True(release.CandidatesFor("").IsEmpty);
    }

    [Theory]
    [InlineData("draft", 0)]
    [InlineData("shadow", 1)]
    [InlineData("trial", 1)]
    [InlineData("active", 1)]
    [InlineData("retired", 0)]
    public void Draft_and_retired_rules_do_not_run_but_are_in_the_release(string state, int candidates)
    {
        var release = SexRelease($"{Folders.Drug},男\n", state);

        Assert.Equal(candidates, release.CandidatesFor(Folders.Drug).Length);
        Assert.Single(release.Rules);
        Assert.Single(release.Knowledge[KnowledgeKind.SexLimits]);
    }

    [Theory]
    [InlineData("2026-02-28", false)]
    [InlineData("2026-03-01", true)]
    [InlineData("2026-03-31", true)]
    [InlineData("2026-04-01", false)]
    public void A_row_is_in_force_from_its_first_day_to_its_last(string day, bool expected)
    {
        var release = SexRelease($"{Folders.Drug},男,2026-03-01,2026-03-31\n", header: "item_code,sex,effective_from,effective_to");

        Assert.Equal(expected, release.CandidatesFor(Folders.Drug)[0].InForce(DateOnly.ParseExact(day, "yyyy-MM-dd")));
    }

    [Fact]
    public void A_rules_own_dates_count_too()
    {
        var release = Folders.Built(Folders.With(
            RuleJson.File(RuleJson.Rule().SetProperty("effective_from", "2026-03-02")),
            new RuleFile("knowledge/sex_limits.csv", $"item_code,sex\n{Folders.Drug},男\n")));

        Assert.False(release.CandidatesFor(Folders.Drug)[0].InForce(Day));
        Assert.True(release.CandidatesFor(Folders.Drug)[0].InForce(Day.AddDays(1)));
    }

    [Fact]
    public void A_rule_is_joined_only_with_the_rows_that_can_make_it_speak()
    {
        var release = Folders.Built(Folders.StarterOf("frequency_limits", $"item_code,max_quantity,window\n{Folders.Service},1,单日\n{Folders.Service},7,周\n"));

        Assert.Equal(
            ["more-than-allowed-in-a-week-over-encounters", "more-than-allowed-on-a-day", "more-than-allowed-in-a-week"],
            release.CandidatesFor(Folders.Service).ToArray().Select(candidate => candidate.Rule.Definition.Name));
    }

    [Fact]
    public void A_pair_is_found_from_either_side()
    {
        var release = Folders.Built(Folders.StarterOf(
            "exclusive_pairs", $"item_code,item_name,other_code,other_name,window,point_id\n{Folders.OtherService},急诊监护费,{Folders.Service},住院诊查费,单日,KP-1\n"));

        var direct = (ExclusivePair)Assert.Single(release.CandidatesFor(Folders.OtherService).ToArray()).Row;
        var mirror = (ExclusivePair)Assert.Single(release.CandidatesFor(Folders.Service).ToArray()).Row;
        Assert.Equal((Folders.Service, false), (direct.OtherCode, direct.Mirrored));
        Assert.Equal((Folders.OtherService, "急诊监护费", "KP-1", true), (mirror.OtherCode, mirror.OtherName, mirror.PointId, mirror.Mirrored));
    }

    [Fact]
    public void A_pair_that_is_written_from_both_sides_is_not_doubled()
    {
        var release = Folders.Built(Folders.StarterOf(
            "exclusive_pairs",
            $"item_code,other_code,other_name,window\n{Folders.OtherService},{Folders.Service},住院诊查费,单日\n{Folders.Service},{Folders.OtherService},急诊监护费,单日\n"));

        Assert.Equal(1, release.CandidatesFor(Folders.Service).Length);
        Assert.Equal(1, release.CandidatesFor(Folders.OtherService).Length);
    }

    [Fact]
    public void Rules_about_the_budget_are_the_encounters_not_an_items()
    {
        var release = Folders.Built(Folders.StarterOf("budget_thresholds", "basis,percent\n标准成本,80\n支付标准,100\n"));

        Assert.Equal(
            ["standard-cost-reached", "payment-standard-reached"],
            release.EncounterCandidates.ToArray().Select(candidate => candidate.Rule.Definition.Name));
    }

    [Fact]
    public void An_age_group_means_what_the_release_says()
    {
        var release = Folders.Built(Folders.StarterOf("age_limits", $"item_code,age_group\n{Folders.Drug},儿童\n"));

        var limit = (AgeLimit)release.CandidatesFor(Folders.Drug)[0].Row;
        Assert.Equal(("儿童", 0, 17, "岁", "0–17岁"), (limit.Group, limit.MinAge, limit.MaxAge, limit.AgeUnit, limit.Range));
    }

    [Fact]
    public void The_same_files_have_the_same_hash_whatever_their_order_and_others_another()
    {
        var one = Folders.StarterOf("sex_limits", $"item_code,sex\n{Folders.Drug},男\n");
        var shuffled = new RuleFolder([.. one.Files.Reverse()]);
        var other = Folders.StarterOf("sex_limits", $"item_code,sex\n{Folders.Drug},女\n");

        Assert.Equal(Folders.Built(one).Hash, Folders.Built(shuffled).Hash);
        Assert.NotEqual(Folders.Built(one).Hash, Folders.Built(other).Hash);
        Assert.Matches("^[0-9a-f]{64}$", Folders.Built(one).Hash);
    }

    [Fact]
    public void What_the_reader_could_not_read_keeps_the_release_from_being_built()
    {
        var folder = Folders.With() with { ReadFaults = [new Fault("knowledge/sex_limits.csv", 7, 1, "The file is not UTF-8 here.")] };

        var build = ReleaseBuilder.Build(folder, 1);

        Assert.Null(build.Release);
        Assert.Equal(folder.ReadFaults, build.Faults);
    }

    [Fact]
    public void The_dictionary_is_handed_on_as_it_is()
    {
        var prices = new RuleFile("dictionary/prices.csv", $"item_code,unit,price,effective_from,effective_to\n{Folders.Service},日,20,2024-01-01,\n");

        Assert.Equal([prices], Folders.Built(Folders.With(prices)).Dictionary.Files);
    }

    [Theory]
    [InlineData("dictionary/prices.csv", "item_code,price\nnone,1\n", 2, 1, "'none' is not in the catalogue")]
    [InlineData("dictionary/prices.csv", "item_code,price\n*,1\n", 2, 1, "'*' is not in the catalogue")]
    [InlineData("dictionary/units.csv", "item_code,from_unit,to_unit,factor\n*,天,日,0\n", 2, 7, "'0' is no number from 0.00000001")]
    [InlineData("dictionary/price.csv", "item_code,price\n", 0, 0, "No dictionary has this name")]
    public void A_wrong_dictionary_keeps_the_release_from_being_built(string file, string text, int line, int column, string message)
    {
        var fault = Assert.Single(ReleaseBuilder.Build(Folders.With(new RuleFile(file, text)), 1).Faults);

        Assert.Contains(message, fault.Message);
        Assert.Equal((file, line, column), (fault.File, fault.Line, fault.Column));
    }

    [Fact]
    public void Thirty_thousand_rows_of_five_and_twenty_thousand_items_are_indexed()
    {
        var codes = Enumerable.Range(0, 25_000).Select(i => $"XA{i:00000}AAA001010100001").ToArray();
        var items = "item_code,item_name,kind\n" + string.Concat(codes.Select((code, i) => $"{code},药品{i},药品\n"));
        var rows = "item_code,item_name,sex,effective_from,official_text,point_id\n"
            + string.Concat(Enumerable.Range(0, 30_000).Select(i => $"{codes[i % codes.Length]},药品{i % codes.Length},{(i % 2 == 0 ? "男" : "女")},2025-05-23,限{i % 1_000}使用,KP-{i / 8}\n"));

        var release = Folders.Built(Folders.With(
            RuleJson.File(RuleJson.Rule()), new RuleFile("catalogue/items.csv", items), new RuleFile("knowledge/sex_limits.csv", rows)));

        Assert.Equal(30_000, codes.Sum(code => release.CandidatesFor(code).Length));
    }
}
