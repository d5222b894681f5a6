using System.Globalization;
using System.Text.RegularExpressions;
using OrderCheck.Cli.Csv;
using OrderCheck.Cli.Verbs;

namespace OrderCheck.Cli.Nhsa.DrugList;

/// <summary>
/// The folder of the national drug list, one file a list: nrdl2024_western.csv and its fellows. Several editions may lie in it;
/// a later one takes over from an earlier as a whole.
/// </summary>
internal sealed partial class DrugListTables
{
    private static readonly string[] Columns =
        ["section", "category_code", "class_ab", "drug_name", "dosage_form", "pay_standard_text", "remark_limit", "valid_period"];

    private static readonly Dictionary<string, DrugListPart> Parts = new()
    {
        ["western"] = DrugListPart.Western,
        ["tcm_patent"] = DrugListPart.ChineseMedicine,
        ["negotiated_western"] = DrugListPart.NegotiatedWestern,
        ["negotiated_tcm"] = DrugListPart.NegotiatedChineseMedicine,
        ["bid"] = DrugListPart.Bid,
    };

    private static readonly string Naming = $"files nrdlYEAR_PART.csv with PART one of {string.Join(", ", Parts.Keys)}.";

    private readonly List<DrugListEntry> _entries = [];

    private DrugListTables(string folder)
    {
        var all = Directory.GetFiles(folder, "nrdl*.csv").Select(Path.GetFileName).Order(StringComparer.Ordinal).Select(name => (Name: name!, Match: FileName().Match(name!))).ToList();
        var files = all.FindAll(file => file.Match.Success && Parts.ContainsKey(file.Match.Groups["part"].Value));
        if (all.Count == 0)
            throw new BadInputException(folder, 0, 0, $"There is no national drug list: {Naming}");
        var editions = files.Select(file => int.Parse(file.Match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture)).Distinct().Order().ToList();
        var faults = new InputFaults();
        // Part of a list under a name that is not known would be missing in silence.
        foreach (var (name, _) in all.Except(files))
            faults.Add(new InputFault(name, 0, 0, $"This is no part of the national drug list: {Naming} Rename it, or take it out of the folder."));
        foreach (var (name, match) in files)
        {
            if (faults.Read(() => CsvTable.Read(folder, name, Columns)) is not { } table)
                continue;
            var edition = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
            var next = editions.Find(year => year > edition);
            Read(table, Parts[match.Groups["part"].Value], edition, next == 0 ? null : FirstDayOf(next).AddDays(-1));
        }
        faults.ThrowIfAny();
    }

    /// <summary>In the files' order.</summary>
    public IReadOnlyList<DrugListEntry> Entries => _entries;

    /// <summary>Rows that can't be read.</summary>
    public List<Rejection> Rejections { get; } = [];

    /// <exception cref="BadInputException">There is no such folder, no list in it, or files are no tables: all are told.</exception>
    public static DrugListTables Read(string folder) => Directory.Exists(folder)
        ? new DrugListTables(folder)
        : throw new BadInputException(folder, 0, 0, "There is no such folder.");

    private static DateOnly FirstDayOf(int edition) => new(edition + 1, 1, 1);

    private void Read(CsvTable table, DrugListPart part, int edition, DateOnly? last)
    {
        foreach (var row in table.Rows)
        {
            if (row["class_ab"] is not ("甲" or "乙"))
                Rejections.Add(Rejection.Of(row, "class_ab", "甲 or 乙"));
            else if (row["drug_name"].Trim().Length == 0)
                Rejections.Add(Rejection.Of(row, "drug_name", "the drug's name"));
            else if (!Category().IsMatch(row["category_code"]))
                Rejections.Add(Rejection.Of(row, "category_code", "X or Z with the letters and digits of the class"));
            else if (Period(row, edition, last) is not { } days)
                Rejections.Add(Rejection.Of(row, "valid_period", "days as 2025年1月1日至2026年12月31日, the first not after the last, or nothing"));
            else
                _entries.Add(new DrugListEntry(
                    part, edition, row["category_code"], row["class_ab"], row["drug_name"].Trim(), row["dosage_form"].Trim(), row["pay_standard_text"].Trim(),
                    row["remark_limit"].Trim() is "◇" ? "" : row["remark_limit"].Trim(), days.From, days.To, row));
        }
    }

    /// <summary>The agreement's days; for what has none those of the edition, whose successor ends agreements, too.</summary>
    private static (DateOnly From, DateOnly? To)? Period(CsvRow row, int edition, DateOnly? last)
    {
        if (row["valid_period"].Trim().Length == 0)
            return (FirstDayOf(edition), last);
        var match = Days().Match(row["valid_period"].Trim());
        if (!match.Success || Day(match, "from") is not { } from || Day(match, "to") is not { } to || to < from)
            return null;
        return (from, last < to ? last : to);
    }

    private static DateOnly? Day(Match match, string group) =>
        DateOnly.TryParseExact(match.Groups[group].Value, "yyyy年M月d日", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex("^nrdl(?<year>20[0-9]{2})_(?<part>[a-z_]+)\\.csv$")]
    private static partial Regex FileName();

    [GeneratedRegex("^[XZ][A-Z0-9]{1,9}$")]
    private static partial Regex Category();

    [GeneratedRegex("^(?<from>[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)至(?<to>[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)$")]
    private static partial Regex Days();
}
