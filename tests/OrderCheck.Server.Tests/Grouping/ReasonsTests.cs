using OrderCheck.Protocol.V1;
using OrderCheck.Server.Tests.Encounters;
using Xunit;

namespace OrderCheck.Server.Tests.Grouping;

public sealed class ReasonsTests
{
    [Fact]
    public async Task The_rows_are_told_in_the_order_of_trying_and_those_that_decided_are_marked()
    {
        var group = await ExplainAsync(StarterRelease.Appendectomy());
        var rows = group.Reasons.Tried;

        Assert.Equal((RowLevel.Mdc, "MDCA"), (rows[0].Level, rows[0].Code));
        Assert.Equal(
            [(RowLevel.Mdc, group.Mdc), (RowLevel.Adrg, group.Adrg), (RowLevel.Drg, group.Drg)],
            rows.Where(static row => row.Decided).Select(static row => (row.Level, row.Code)));
        Assert.All(rows.Where(static row => row.Decided), static row => Assert.True(row.Held));
        Assert.Equal(group.Drg, rows[^1].Code);
        Assert.Contains(rows, static row => row is { Held: false, Level: RowLevel.Adrg, Rule.Length: > 0, Line: > 1, Name.Length: > 0 });
        Assert.Contains(group.Reasons.Hits, hit => hit.Row == group.Adrg && hit.Code == "47.0100" && hit.Set.Length > 0);
    }

    [Fact]
    public async Task Complications_are_told_counted_and_excluded_with_the_set_that_excludes_them()
    {
        var notes = new List<Complication>();
        foreach (var some in Complications().Chunk(100))
        {
            var coded = StarterRelease.Stroke();
            coded.Diagnoses.Add(some);
            notes.AddRange((await ExplainAsync(coded)).Reasons.Complications);
        }

        Assert.Contains(notes, static note => note is { Counts: true, ExclusionSet: "" });
        Assert.Contains(notes, static note => note is { Counts: false, ExclusionSet.Length: > 0, Name.Length: > 0 });
        Assert.Equal([ComplicationLevel.Mcc, ComplicationLevel.Cc], notes.Select(static note => note.Level).Distinct().Order());
    }

    [Fact]
    public async Task Another_principal_procedure_is_a_neighbour_where_it_would_change_the_group()
    {
        var group = await ExplainAsync(StarterRelease.Appendectomy());

        var neighbour = Assert.Single(group.Reasons.Neighbours);
        Assert.Equal("51.2300", neighbour.PrincipalProcedure);
        Assert.NotEqual(group.Drg, neighbour.Drg);
    }

    [Fact]
    public async Task A_switch_that_mattered_is_told_with_its_setting()
    {
        var coded = StarterRelease.Stroke();
        coded.Procedures.Add("47.0100");

        var group = await ExplainAsync(coded);

        Assert.Equal((GroupingStatus.Qy, "BQY"), (group.Status, group.Drg));
        Assert.Contains(group.Reasons.Switches, static setting => setting is { Name: "qyEnabled", Value: "on" });
        Assert.Contains(group.Reasons.Tried, static row => row is { Code: "BQY", Switch: "qyEnabled" });
    }

    [Fact]
    public async Task Reasons_never_change_the_group()
    {
        foreach (var coded in new[] { StarterRelease.Stroke(), StarterRelease.Appendectomy() })
        {
            var group = await ExplainAsync(coded);
            group.Reasons = null;
            Assert.Equal(await StarterRelease.Api().GroupCase(new GroupCaseRequest { Case = coded }, Call()), group);
        }
    }

    /// <summary>Every complication that the starter scheme lists.</summary>
    private static IEnumerable<string> Complications()
    {
        var scheme = StarterRelease.Release.Grouping.Schemes[StarterRelease.Scheme];
        return Enumerable.Range(0, scheme.Diagnoses.Count)
            .Where(ordinal => scheme.Complications.LevelOf(ordinal) != Core.Grouping.ComplicationLevel.None)
            .Select(scheme.Diagnoses.CodeAt);
    }

    private static Task<CaseGroup> ExplainAsync(CodedCase coded) =>
        StarterRelease.Api().GroupCase(new GroupCaseRequest { Case = coded, WithReasons = true }, Call());

    private static TestCall Call() => StarterRelease.Call(TestContext.Current.CancellationToken);
}
