using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Tests.Histories;

/// <summary>A release with a hospital's dictionary, and what histories of it are about: some rows of every kind that it has.</summary>
internal sealed record Book(Release Release, HospitalDictionary Dictionary, IReadOnlyList<Theme> Themes, string Unrelated)
{
    private const int RowsOfAKind = 6;

    /// <summary>For a catalogue in which every service has a row.</summary>
    private const string OutsideTheCatalogue = "009999000000000";

    /// <summary>Small, so that what a place may do is broken, too.</summary>
    public static readonly Hospital Hospital = new("H42010000001", "示范医院", 1, "综合", Core.Hospitals.Hospital.FindTimeZone("Asia/Shanghai"));

    private static readonly RuleFile[] People =
    [
        new("dictionary/departments.csv", "department_code,standard_code,name\n心内科,A03.04,心血管内科\nICU,A28,重症医学科\nNFM,A03.07,内分泌科\n"),
        new("dictionary/staff.csv", "staff_code,title,licences,department_code\n住院,住院医师,抗菌药物非限制使用级,心内科\n主任,主任医师,抗菌药物特殊使用级,ICU\n"),
    ];

    /// <param name="release">Its shadow rules are judged as active ones.</param>
    /// <param name="day">Of use: only rows in force on it are taken.</param>
    public static Book Of(Release release, DateOnly day)
    {
        var tested = release.UnderTest();
        var build = DictionaryBuilder.Build(Hospital, 7, [.. release.Dictionary.Files, .. People]);
        if (build.Dictionary is not { } dictionary)
            throw new InvalidOperationException(string.Join('\n', build.Faults));
        var themes = tested.Knowledge.OrderBy(kind => kind.Key)
            .SelectMany(kind => Some(kind.Value.Where(row => row.InForce(day)).ToList()).Select(row => Priced(Theme.Of(kind.Key, row, tested.Catalogue, day))))
            .ToList();
        var touched = themes.SelectMany(theme => theme.Items).ToHashSet(StringComparer.Ordinal);
        var unrelated = tested.Catalogue.Codes.Order(StringComparer.Ordinal).FirstOrDefault(code =>
            tested.Catalogue.FindItem(code, day) is { Kind: "项目" } && !touched.Contains(code) && dictionary.OrderCharges(code).IsEmpty
            // What a pathway requires is no rule's item, but its absence is found.
            && !tested.Knowledge[KnowledgeKind.PathwayItems].Any(row => row.IsFor(code))
            && tested.CandidatesFor(code).ToArray().All(candidate => candidate.Row.IsOfEveryItem)) ?? OutsideTheCatalogue;
        return new Book(tested, dictionary, themes, unrelated);

        // Where no price says what a whole operation costs, none is found to be too dear.
        Theme Priced(Theme theme) => theme.Kind == KnowledgeKind.IncisionGroups && Array.Exists(theme.Items, HasPrice) ? theme with { Items = Array.FindAll(theme.Items, HasPrice) } : theme;

        bool HasPrice(string item) => dictionary.PriceOf(item, day) is not null;
    }

    /// <summary>From all over the kind, always the same.</summary>
    private static IEnumerable<KnowledgeRow> Some(List<KnowledgeRow> rows) =>
        Enumerable.Range(0, Math.Min(RowsOfAKind, rows.Count)).Select(place => rows[place * rows.Count / Math.Min(RowsOfAKind, rows.Count)]);
}
