using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>Reads which stays are pointed out to the office.</summary>
internal static class StaySignReader
{
    private const int MostDays = 366;

    private static readonly string[] Signs = [StaySign.Absent, StaySign.Waiting, StaySign.Untreated];

    public static CsvColumn[] Columns { get; } =
        [CsvColumn.Must("sign"), CsvColumn.May("most_days"), CsvColumn.May("items"), CsvColumn.May("name"), CsvColumn.May("insurances"), CsvColumn.Must("advice")];

    public static StaySign? Read(CsvTable table, ItemCodes items)
    {
        var (sign, days, advice) = (table.RequiredWord("sign", Signs), table.Whole("most_days", 0, MostDays), table.Required("advice"));
        var insurances = table.Words("insurances", ConductReader.Insurances);
        var named = table.Text("items") is null ? null : CodingReader.Items(table, items);
        if (sign == StaySign.Untreated && table.Text("most_days") is not null)
            table.Fault("most_days", $"a stay without treatment has no days; it is for the signs '{StaySign.Absent}' and '{StaySign.Waiting}'.");
        else if (sign == StaySign.Untreated && table.Required("items") is null)
            return null;
        else if (sign is StaySign.Absent or StaySign.Waiting && table.Required("most_days") is null)
            return null;
        else if (table.Text("items") is not null && table.Text("name") is null)
            table.Fault("name", "the reader must be told in words which items these are.");
        else if (sign is not null && advice is not null && (named is not null || table.Text("items") is null))
            return new StaySign { Sign = sign, MostDays = days, Items = named, Name = table.Text("name"), Insurances = insurances, Advice = advice };
        return null;
    }
}
