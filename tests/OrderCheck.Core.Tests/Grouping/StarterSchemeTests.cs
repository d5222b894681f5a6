using OrderCheck.Core.Encounters;
using OrderCheck.Core.Grouping;
using OrderCheck.Core.Grouping.Profiles;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Tests.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Grouping;

/// <summary>What ships in rules/grouping/: all groups of 2.0, and the codes of those that a general hospital sees every day.</summary>
[Trait("gate", "grouping")]
public sealed class StarterSchemeTests
{
    private static readonly string Folder = Repository.Folder("rules");

    private static readonly IReadOnlyList<RuleFile> Files =
        [.. Directory.EnumerateFiles(Path.Combine(Folder, "grouping"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Where(path => Path.GetExtension(path) is ".csv" or ".json")
            .Select(path => new RuleFile(Path.GetRelativePath(Folder, path).Replace('\\', '/'), File.ReadAllText(path)))];

    private static readonly List<Fault> Faults = [];
    private static readonly GroupingTables Tables = GroupingReader.Read(new RuleFolder(Files), Faults);

    [Fact]
    public void It_has_every_MDC_ADRG_and_DRG_of_2_0_with_its_name_and_compiled_rule()
    {
        Assert.Empty(Faults);
        var rows = Scheme().Mdcs.Where(mdc => mdc.Line > 0).ToList();
        var adrgs = rows.SelectMany(mdc => mdc.Adrgs).Where(row => row.Line > 0 && row.Kind is not (GroupKind.Ambiguous or GroupKind.Rest)).ToList();

        Assert.Equal((26, 409, 634), (rows.Count, adrgs.Count, adrgs.Sum(row => row.Drgs.Length)));
        Assert.All(rows.Cast<SchemeRow>().Concat(adrgs).Concat(adrgs.SelectMany(row => row.Drgs)), row => Assert.NotEmpty(row.Name));
    }

    [Fact]
    public void At_least_sixty_groups_over_twelve_MDCs_have_their_codes()
    {
        var sets = Files.Single(file => file.Path.EndsWith("/sets.csv", StringComparison.Ordinal)).Text.Split('\n').Skip(2)
            .Select(line => line.Split(',')).Where(fields => fields.Length == 2 && fields[1].Length > 0).Select(fields => fields[0].Split('_')[1]).ToHashSet();
        var coded = Scheme().Mdcs.SelectMany(mdc => mdc.Adrgs.Where(row => sets.Contains(row.Code)).Select(row => (mdc.Code, row.Code))).Distinct().ToList();

        Assert.True(coded.Count >= 60, $"{coded.Count} groups");
        Assert.True(coded.Select(pair => pair.Item1).Distinct().Count() >= 12);
    }

    [Fact]
    public void Each_file_names_its_official_source() =>
        Assert.All(Files, file => Assert.Matches("来源：国家医疗保障局|\"sources\": \\[\\s*\"国家医疗保障局|,source\n", file.Text));

    [Theory]
    [InlineData(Sex.Male, "I63.900", null, "BR2")]
    [InlineData(Sex.Male, "I25.103", null, "FR5")]
    [InlineData(Sex.Male, "I50.900", null, "FR2")]
    [InlineData(Sex.Female, "J18.900", null, "ES3")]
    [InlineData(Sex.Male, "J44.100", null, "ET2")]
    [InlineData(Sex.Male, "K35.800x001", "47.0100", "GE2")]
    [InlineData(Sex.Female, "K80.100x001", "51.2300", "HC2")]
    [InlineData(Sex.Male, "K40.900x002", "53.0301", "GF3")]
    [InlineData(Sex.Female, "S72.000", "79.3500x017", "IE2")]
    [InlineData(Sex.Female, "O82.000", "74.1x01", "OB1")]
    public void The_demo_hospitals_usual_cases_get_a_group(Sex sex, string diagnosis, string? procedure, string adrg)
    {
        var patient = new GroupingCase([diagnosis, "E11.900"], procedure is null ? [] : [procedure]) { Sex = sex, AgeYears = 60 };

        Assert.Equal(adrg, new Grouper(Scheme()).Group(patient).Adrg);
    }

    private static GroupingScheme Scheme() => Tables.SchemeFor("示例市", "职工", new DateOnly(2026, 1, 1))!;
}
