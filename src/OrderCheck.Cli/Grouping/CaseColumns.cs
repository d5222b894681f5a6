using System.Globalization;
using OrderCheck.Cli.Verbs;
using OrderCheck.Core.Grouping;

namespace OrderCheck.Cli.Grouping;

/// <summary>Where a table of cases has what, by its header; reads one record into a grouper.</summary>
internal sealed class CaseColumns
{
    private const int Absent = -1;

    private readonly int _id;
    private readonly int _sex;
    private readonly int _ageYears;
    private readonly int _ageDays;
    private readonly int _birthWeight;
    private readonly int _stayDays;
    private readonly int _diagnoses;
    private readonly int _procedures;

    /// <param name="header">The reader stands on the header.</param>
    /// <exception cref="BadInputException">A column is missing or there twice.</exception>
    public CaseColumns(RecordReader header)
    {
        _id = Find(header, "case_id", required: true);
        _sex = Find(header, "sex", required: true);
        _ageYears = Find(header, "age_years", required: true);
        _ageDays = Find(header, "age_days", required: false);
        _birthWeight = Find(header, "birth_weight_g", required: false);
        _stayDays = Find(header, "los_days", required: false);
        _diagnoses = Find(header, "diagnoses", required: true);
        _procedures = Find(header, "procedures", required: true);
    }

    public ReadOnlySpan<char> Id(RecordReader record) => record[_id];

    public ReadOnlySpan<char> Diagnoses(RecordReader record) => record[_diagnoses];

    public ReadOnlySpan<char> Procedures(RecordReader record) => record[_procedures];

    /// <exception cref="BadInputException">A field is no number, or out of range.</exception>
    public void Load(RecordReader record, Grouper grouper)
    {
        if (record.Count <= Math.Max(_diagnoses, _procedures))
            throw record.Fault(record.Count, $"The row has only {record.Count} fields.");
        grouper.Begin(
            Number(record, _ageYears, "age_years", 200),
            Number(record, _ageDays, "age_days", 75_000),
            Number(record, _birthWeight, "birth_weight_g", 20_000),
            Sex(record),
            Number(record, _stayDays, "los_days", 36_500));
        foreach (var code in CodeList.Of(record[_diagnoses]))
            grouper.AddDiagnosis(code);
        foreach (var code in CodeList.Of(record[_procedures]))
            grouper.AddProcedure(code);
    }

    private int Sex(RecordReader record) => record[_sex] switch
    {
        "1" => 1,
        "2" => 2,
        "" or "0" or "9" => 0,
        var other => throw record.Fault(_sex, $"sex '{other}' is none of 1 (male), 2 (female), 0 and 9 (not known)."),
    };

    private static int? Number(RecordReader record, int column, string name, int highest)
    {
        if (column == Absent || record[column] is var text && text.IsEmpty)
            return null;
        return int.TryParse(record[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= highest
            ? number
            : throw record.Fault(column, $"{name} '{record[column]}' is no whole number from 0 to {highest}.");
    }

    private static int Find(RecordReader header, string name, bool required)
    {
        var found = Absent;
        for (var at = 0; at < header.Count; at++)
        {
            if (!header[at].TrimStart('\uFEFF').SequenceEqual(name))
                continue;
            if (found != Absent)
                throw header.Fault(at, $"The column {name} is there twice.");
            found = at;
        }
        return found != Absent || !required ? found : throw header.Fault(0, $"There is no column {name}.");
    }
}
