using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using OrderCheck.Core.Grouping.Schemes;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Grouping.Profiles;

/// <summary>Reads grouping/ of a rules folder: a folder for each scheme, and profiles.csv.</summary>
internal static class GroupingReader
{
    /// <summary>Where grouping tables are in a rules folder.</summary>
    public const string Folder = "grouping/";

    /// <summary>region, insurance, scheme, effective_from, effective_to, source.</summary>
    public const string Profiles = Folder + "profiles.csv";

    public static bool IsGroupingFile(RuleFile file) => file.Path.StartsWith(Folder, StringComparison.Ordinal);

    public static GroupingTables Read(RuleFolder folder, List<Fault> faults)
    {
        var files = folder.Files.Where(file => IsGroupingFile(file) && file.Path != Profiles).ToList();
        foreach (var stray in files.Where(file => file.Path.Count(c => c == '/') != 2))
            faults.Add(new Fault(stray.Path, 0, 0, $"Nothing reads this file. Schemes are in {Folder}NAME/; profiles in {Profiles}."));
        var schemes = new Dictionary<string, GroupingScheme>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var scheme in files.Where(file => file.Path.Count(c => c == '/') == 2).GroupBy(file => file.Path.Split('/')[1]))
        {
            names.Add(scheme.Key);
            if (BuildScheme(scheme.Key, scheme, faults) is { } built)
                schemes.Add(scheme.Key, built);
        }
        var choices = ReadChoices(folder.Find(Profiles)?.Text, names, faults);
        return new GroupingTables(schemes.ToFrozenDictionary(StringComparer.Ordinal), choices);
    }

    private static GroupingScheme? BuildScheme(string name, IEnumerable<RuleFile> files, List<Fault> faults)
    {
        var prefix = $"{Folder}{name}/";
        var build = SchemeBuilder.Build([.. files.Select(file => file with { Path = file.Path[prefix.Length..] })]);
        faults.AddRange(build.Faults.Select(fault => fault with { File = prefix + fault.File }));
        return build.Scheme;
    }

    private static ImmutableArray<SchemeChoice> ReadChoices(string? text, HashSet<string> schemes, List<Fault> faults)
    {
        var table = new SchemeTable(Profiles, text, faults, "region", "insurance", "scheme", "effective_from", "effective_to");
        var choices = ImmutableArray.CreateBuilder<SchemeChoice>();
        foreach (var row in table.Rows)
        {
            var choice = ReadChoice(table, row);
            if (!schemes.Contains(choice.Scheme))
                table.Refuse(row, "scheme", $"There is no scheme {Folder}{choice.Scheme}/.");
            if (choices.FirstOrDefault(choice.Overlaps) is { } other)
                table.Refuse(row, "effective_from", $"{choice.Region} has {other.Scheme} for {choice.Insurance} on some of these days already.");
            choices.Add(choice);
        }
        return choices.DrainToImmutable();
    }

    private static SchemeChoice ReadChoice(SchemeTable table, CsvRow row)
    {
        var from = ReadDate(table, row, "effective_from");
        return new SchemeChoice(
            table.Get(row, "region"),
            table.Get(row, "insurance"),
            table.Get(row, "scheme"),
            from,
            table.Get(row, "effective_to").Length == 0 ? null : ReadDate(table, row, "effective_to"));
    }

    private static DateOnly ReadDate(SchemeTable table, CsvRow row, string column)
    {
        if (DateOnly.TryParseExact(table.Get(row, column), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        table.Refuse(row, column, $"'{table.Get(row, column)}' is no date of the form yyyy-MM-dd.");
        return default;
    }
}
