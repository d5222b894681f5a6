using OrderCheck.Core.Grouping.Profiles;
using OrderCheck.Core.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Grouping;

public sealed class GroupingTablesTests
{
    private const string Header = "region,insurance,scheme,effective_from,effective_to,source\n";

    private const string Profiles = Header + """
        A,职工,old,2024-01-01,2025-12-31,made up
        A,职工,new,2026-01-01,,made up
        A,*,old,2024-01-01,,made up
        """;

    private static readonly string[] SchemeNames = ["old", "new"];

    [Theory]
    [InlineData("A", "职工", "2025-12-31", "old")]
    [InlineData("A", "职工", "2026-01-01", "new")]
    [InlineData("A", "居民", "2026-01-01", "old")]
    [InlineData("A", "职工", "2023-12-31", null)]
    [InlineData("B", "职工", "2026-01-01", null)]
    public void Region_insurance_and_day_of_discharge_choose_the_scheme(string region, string insurance, string discharge, string? scheme)
    {
        var (tables, faults) = Read(Profiles);

        Assert.Empty(faults);
        Assert.Same(scheme is null ? null : tables.Schemes[scheme], tables.SchemeFor(region, insurance, DateOnly.ParseExact(discharge, "yyyy-MM-dd")));
    }

    [Theory]
    [InlineData("A,*,missing,2024-01-01,,", 2, 5, "There is no scheme grouping/missing/")]
    [InlineData("A,*,old,2024-13-01,,", 2, 9, "'2024-13-01' is no date")]
    [InlineData("A,*,old,2024-01-01,,\n\"A\"*,old,2024-01-01,,", 3, 4, "must follow a closing quote")]
    [InlineData("A,*,old,2024-01-01,,\nB,*,\"old,2024-01-01,,", 3, 5, "never closed")]
    [InlineData("A,*,old,2024-01-01,,\nA,*,new,2025-01-01,,", 3, 9, "A has old for * on some of these days already")]
    public void A_wrong_profile_is_refused_at_its_line_and_column(string rows, int line, int column, string message)
    {
        var fault = Assert.Single(Read(Header + rows).Faults);

        Assert.Equal((GroupingReader.Profiles, line, column), (fault.File, fault.Line, fault.Column));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_in_a_scheme_is_named_with_the_schemes_folder()
    {
        var files = SmallScheme.Files("sets.csv", text => text.Replace("DI_B00,B01", "B00,B01", StringComparison.Ordinal));
        var faults = new List<Fault>();

        GroupingReader.Read(new RuleFolder([.. files.Select(file => file with { Path = "grouping/one/" + file.Path })]), faults);

        Assert.Equal("grouping/one/sets.csv", Assert.Single(faults).File);
    }

    [Fact]
    public void A_file_at_a_place_that_nothing_reads_is_refused()
    {
        var faults = new List<Fault>();

        GroupingReader.Read(new RuleFolder([new RuleFile("grouping/profile.csv", Header)]), faults);

        Assert.Contains("Nothing reads this file", Assert.Single(faults).Message, StringComparison.Ordinal);
    }

    private static (GroupingTables Tables, List<Fault> Faults) Read(string profiles)
    {
        var faults = new List<Fault>();
        var schemes = SchemeNames.SelectMany(name => SmallScheme.Files().Select(file => file with { Path = $"grouping/{name}/{file.Path}" }));
        var tables = GroupingReader.Read(new RuleFolder([.. schemes, new RuleFile(GroupingReader.Profiles, profiles)]), faults);
        return (tables, faults);
    }
}
