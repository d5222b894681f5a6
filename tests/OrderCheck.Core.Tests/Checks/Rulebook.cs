using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Tests.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>A release and a dictionary made of the product's own rules and of the rows that a case needs.</summary>
internal sealed record Rulebook(Release Release, HospitalDictionary Dictionary)
{
    public static readonly Hospital Hospital = new("H42010000001", "示范医院", 3, "综合", Core.Hospitals.Hospital.FindTimeZone("Asia/Shanghai"));

    private static readonly string[] TablesOfTheProduct = ["insurance_types", "med_types", "frequencies", "categories", "age_groups"];

    /// <summary>No knowledge at all.</summary>
    public static Rulebook Empty { get; } = With();

    /// <summary>Rows as (kind, CSV text with header), with the product's rules for these kinds.</summary>
    public static Rulebook With(params (string Kind, string Text)[] knowledge) => Of(
        Folders.StarterRules().Where(file => knowledge.Any(rows => file.Text.Contains($"\"knowledge\": \"{rows.Kind}\"", StringComparison.Ordinal))),
        knowledge);

    /// <summary>The same, with rules that are in shadow made active: what they would say.</summary>
    public static Rulebook OutOfShadow(params (string Kind, string Text)[] knowledge) => Of(
        Folders.StarterRules()
            .Where(file => knowledge.Any(rows => file.Text.Contains($"\"knowledge\": \"{rows.Kind}\"", StringComparison.Ordinal)))
            .Select(file => new RuleFile(file.Path, file.Text.Replace("\"state\": \"shadow\"", "\"state\": \"active\"", StringComparison.Ordinal))),
        knowledge);

    /// <summary>What is wrong with these files beside the catalogue.</summary>
    public static IReadOnlyList<Fault> FaultsOf(params RuleFile[] files) =>
        ReleaseBuilder.Build(new RuleFolder([new RuleFile("catalogue/items.csv", Items.Catalogue), .. TablesOfTheProduct.Select(Table), .. files]), 1).Faults;

    /// <summary>Other rules than the product's.</summary>
    public static Rulebook Of(IEnumerable<RuleFile> rules, params (string Kind, string Text)[] knowledge) =>
        new(
            Folders.Built(new RuleFolder(
            [
                new RuleFile("catalogue/items.csv", Items.Catalogue),
                .. TablesOfTheProduct.Select(Table),
                .. rules,
                .. knowledge.Select(file => new RuleFile($"knowledge/{file.Kind}.csv", file.Text)),
            ])),
            Dictionaries());

    /// <summary>The same release in another hospital.</summary>
    public Rulebook In(Hospital hospital, params RuleFile[] files) => this with { Dictionary = Dictionaries(hospital, files) };

    /// <summary>With these dictionary files beside the prices.</summary>
    public Rulebook Mapping(string name, string text) => this with { Dictionary = Dictionaries(Hospital, new RuleFile($"dictionary/{name}.csv", text)) };

    private static HospitalDictionary Dictionaries(Hospital? hospital = null, params RuleFile[] files)
    {
        var build = DictionaryBuilder.Build(hospital ?? Hospital, 7, [new RuleFile("dictionary/prices.csv", Items.Prices), .. files]);
        Assert.Empty(build.Faults);
        return build.Dictionary!;
    }

    private static RuleFile Table(string name) =>
        new($"catalogue/{name}.csv", File.ReadAllText(Path.Combine(Repository.Folder("rules"), "catalogue", name + ".csv")));
}
