using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>Reads clinical pathways: for whom they are, what they ask for by day, and what they use first.</summary>
internal static class PathwayReader
{
    /// <summary>Days before the admission or the operation that a stage may begin.</summary>
    private const int EarliestDay = -30;

    private const int LatestDay = 366;

    private static readonly string[] Enrolments = [ClinicalPathway.ByEvent, ClinicalPathway.ByGroup, ClinicalPathway.ByDiagnosis];
    private static readonly string[] Beginnings = [PathwayItem.FromAdmission, PathwayItem.AroundOperation];
    private static readonly string[] Needs = [PathwayItem.Required, PathwayItem.Optional, PathwayItem.NotNeeded, PathwayItem.ListedOnly];

    public static CsvColumn[] PathwayColumns { get; } =
    [
        CsvColumn.Must("pathway"), CsvColumn.Must("name"), CsvColumn.May("version"), CsvColumn.May("groups"), CsvColumn.May("principals"),
        CsvColumn.May("operations"), CsvColumn.Must("enrolled_by"),
    ];

    public static CsvColumn[] ItemColumns { get; } =
    [
        CsvColumn.Must("pathway"), CsvColumn.May("stage"), CsvColumn.Must("counted_from"), CsvColumn.Must("from_day"), CsvColumn.Must("to_day"),
        CsvColumn.Must("need"), CsvColumn.May("each_day"), CsvColumn.Must("controllable"), CsvColumn.May("also_items"),
    ];

    public static CsvColumn[] PreferenceColumns { get; } =
        [CsvColumn.Must("pathway"), CsvColumn.Must("class_name"), CsvColumn.May("also_items"), CsvColumn.Must("preferred_codes")];

    public static ClinicalPathway? Pathway(CsvTable table)
    {
        var (pathway, name, enrolled) = (table.Required("pathway"), table.Required("name"), table.RequiredWord("enrolled_by", Enrolments));
        var (principals, operations) = (CodingFields.Ranges(table, "principals"), CodingFields.Ranges(table, "operations", CodeForm.Procedure));
        if (enrolled == ClinicalPathway.ByGroup && table.NoneOf("groups"))
            table.Fault("groups", $"enrolled_by {ClinicalPathway.ByGroup} needs the groups whose patients are on the pathway.");
        else if (enrolled == ClinicalPathway.ByDiagnosis && table.NoneOf("principals"))
            table.Fault("principals", $"enrolled_by {ClinicalPathway.ByDiagnosis} needs the principal diagnoses whose patients are on the pathway.");
        else if (pathway is not null && name is not null && enrolled is not null && IsRight(principals, "principals") && IsRight(operations, "operations"))
        {
            return new ClinicalPathway
            {
                Pathway = pathway,
                Name = name,
                Version = table.Text("version"),
                Groups = table.Text("groups")?.Replace(CodeRanges.Separator, Words.Separator),
                Diagnoses = principals,
                Procedures = operations,
                EnrolledBy = enrolled,
            };
        }
        return null;

        bool IsRight(CodeRanges? ranges, string column) => ranges is not null || table.NoneOf(column);
    }

    public static PathwayItem? Item(CsvTable table, ItemCodes items)
    {
        var (pathway, counted, need) = (table.Required("pathway"), table.RequiredWord("counted_from", Beginnings), table.RequiredWord("need", Needs));
        var (from, to) = (Day(table, "from_day"), Day(table, "to_day"));
        var (each, controllable) = (table.Word("each_day", ["是", "否"]), table.RequiredWord("controllable", ["是", "否"]));
        if (to < from)
            table.Fault("to_day", $"{to} is before from_day {from}.");
        else if (each == "是" && need != PathwayItem.Required)
            table.Fault("each_day", $"only what is {PathwayItem.Required} can be asked for on each day.");
        else if (need is not null && need != PathwayItem.ListedOnly && IsShort(table.Text("item_code")))
            table.Fault("item_code", $"'{table.Text("item_code")}' is too short; but for {PathwayItem.ListedOnly} a prefix has at least {ItemCodes.ShortestPrefix} characters before the '*'.");
        else if (Also(table, items, out var also)
            && pathway is not null && counted is not null && need is not null && from is { } first && to is { } last && controllable is not null)
        {
            return new PathwayItem
            {
                Pathway = pathway,
                Stage = table.Text("stage"),
                CountedFrom = counted,
                FromDay = first,
                ToDay = last,
                Need = need,
                EachDay = each == "是",
                Controllable = controllable == "是",
                AlsoItems = also,
            };
        }
        return null;
    }

    public static PathwayPreference? Preference(CsvTable table, ItemCodes items)
    {
        var (pathway, name) = (table.Required("pathway"), table.Required("class_name"));
        var preferred = OtherItems.Read(table, items, "preferred_codes", name ?? "");
        return Also(table, items, out var also) && pathway is not null && name is not null && preferred is not null
            ? new PathwayPreference { Pathway = pathway, ClassName = name, AlsoItems = also, Others = preferred, PreferredCodes = [.. preferred.SelectMany(Codes)] }
            : null;

        string[] Codes(RelatedItem item) => item.IsPrefix ? items.With(item.Code) : [item.Code];
    }

    private static int? Day(CsvTable table, string column) => table.Required(column) is null ? null : table.Whole(column, EarliestDay, LatestDay);

    private static bool IsShort(string? code) => code is not null && code.EndsWith('*') && code.Length <= ItemCodes.ShortestPrefix;

    /// <summary>False where one of them is not known, which was reported.</summary>
    private static bool Also(CsvTable table, ItemCodes items, out string? also)
    {
        also = null;
        if (table.Text("also_items") is not { } text)
            return true;
        var codes = text.Split(CodeRanges.Separator);
        also = string.Join(Words.Separator, codes);
        return Array.TrueForAll(codes, code => items.KnowsAny(table, "also_items", code));
    }
}
