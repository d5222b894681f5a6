using System.Globalization;
using OrderCheck.Cli.Verbs;
using OrderCheck.Core.Grouping;
using OrderCheck.Core.Tables;

namespace OrderCheck.Cli.Grouping;

/// <summary>Where a table of cases has what, by its header; reads one record into a grouper.</summary>
internal sealed class CaseColumns
{
    private const int Absent = -1;

    private readonly string _file;
    private readonly int _id;
    private readonly int _sex;
    private readonly int _ageYears;
    private readonly int _ageDays;
    private readonly int _birthWeight;
    private readonly int _stayDays;
    private readonly int _diagnoses;
    private readonly int _procedures;

    /// <param name="file">As the user named it.</param>
    /// <param name="header">The reader stands on the header.</param>
    /// <exception cref="BadInputException">A column is missing or there twice.</exception>
    public CaseColumns(string file, CsvRecords header)
    {
        _file = file;
        _id = Find(header, "case_id", required: true);
        _sex = Find(header, "sex", required: true);
        _ageYears = Find(header, "age_years", required: true);
        _ageDays = Find(header, "age_days", required: false);
        _birthWeight = Find(header, "birth_weight_g", required: false);
        _stayDays = Find(header, "los_days", required: false);
        _diagnoses = Find(header, "diagnoses", required: true);
        _procedures = Find(header, "procedures", required: true);
    }

    public ReadOnlySpan<char> Id(CsvRecords record) => record[_id].Trim();

    public ReadOnlySpan<char> Diagnoses(CsvRecords record) => record[_diagnoses].Trim();

    public ReadOnlySpan<char> Procedures(CsvRecords record) => record[_procedures].Trim();

    /// <exception cref="BadInputException">A field is no number, or out of range.</exception>
    public void Load(CsvRecords record, Grouper grouper)
    {
        if (record.Count <= Math.Max(_diagnoses, _procedures))
            throw Fault(record, record.Count, $"The row has only {record.Count} fields.");
        grouper.Begin(
            Number(record, _ageYears, "age_years", 200),
            Number(record, _ageDays, "age_days", 75_000),
            Number(record, _birthWeight, "birth_weight_g", 20_000),
            Sex(record),
            Number(record, _stayDays, "los_days", 36_500));
        foreach (var code in CodeList.Of(Diagnoses(record)))
            grouper.AddDiagnosis(code);
        foreach (var code in CodeList.Of(Procedures(record)))
            grouper.AddProcedure(code);
    }

    private int Sex(CsvRecords record) => record[_sex].Trim() switch
    {
        "1" => 1,
        "2" => 2,
        "" or "0" or "9" => 0,
        var other => throw Fault(record, _sex, $"sex '{other}' is none of 1 (male), 2 (female), 0 and 9 (not known)."),
    };

    private int? Number(CsvRecords record, int column, string name, int highest)
    {
        if (column == Absent || record[column].IsWhiteSpace())
            return null;
        var text = record[column].Trim();
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= highest
            ? number
            : throw Fault(record, column, $"{name} '{text}' is no whole number from 0 to {highest}.");
    }

    private int Find(CsvRecords header, string name, bool required)
    {
        var found = Absent;
        for (var at = 0; at < header.Count; at++)
        {
            if (!header[at].Trim().SequenceEqual(name))
                continue;
            if (found != Absent)
                throw Fault(header, at, $"The column {name} is there twice.");
            found = at;
        }
        return found != Absent || !required ? found : throw Fault(header, 0, $"There is no column {name}.");
    }

    private BadInputException Fault(CsvRecords record, int field, string message)
    {
        var (line, column) = record.Place(field);
        return new BadInputException(_file, line, column, message);
    }
}
