using OrderCheck.Core.Encounters;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Checks;

/// <summary>The patient's operations beside the use of a line; an infant's lines have none.</summary>
internal sealed class LineOperations(Stay stay, TimeZoneInfo zone) : OperationFacts
{
    private const int MinutesOfADay = 1_440;
    private const int HoursNear = 48;
    private const int HoursOfAWeek = 168;

    private Dictionary<string, CodeRanges>? _lists;
    private JudgedLine? _line;
    private DateTimeOffset _at;

    public void Set(JudgedLine? line, DateTimeOffset at) => (_line, _at) = (line, at);

    public override int? MinutesBefore(string procedures)
    {
        var next = int.MaxValue;
        foreach (var operation in stay.Procedures)
        {
            if (!IsMeant(operation, procedures))
                continue;
            if (HasNoHour(operation))
            {
                if (operation.OccurredAt <= _at.AddDays(1) && _at < operation.OccurredAt.AddDays(1))
                    return null;
                continue;
            }
            var minutes = (operation.OccurredAt - _at).TotalMinutes;
            if (minutes is > 0 and <= MinutesOfADay)
                next = Math.Min(next, (int)Math.Ceiling(minutes));
        }
        return next == int.MaxValue ? 0 : next;
    }

    public override int HoursAfter(string procedures)
    {
        var last = int.MaxValue;
        foreach (var operation in stay.Procedures)
        {
            var hours = (_at - Beginning(operation)).TotalHours;
            if (hours is >= 0 and <= HoursOfAWeek && IsMeant(operation, procedures))
                last = Math.Min(last, (int)Math.Ceiling(hours));
        }
        return last == int.MaxValue ? 0 : last;
    }

    public override bool Near(string procedures)
    {
        foreach (var operation in stay.Procedures)
        {
            if (IsMeant(operation, procedures) && _at >= operation.OccurredAt.AddDays(-1) && _at <= Beginning(operation).AddHours(HoursNear))
                return true;
        }
        return false;
    }

    public override bool Infected(string diagnoses)
    {
        foreach (var diagnosis in stay.Diagnoses)
        {
            if (diagnosis.InfantNo == _line?.Key.InfantNo && ListOf(diagnoses).Contain(diagnosis.Code))
                return true;
        }
        return false;
    }

    private bool IsMeant(ProcedureRecorded operation, string procedures) => _line?.Key.InfantNo is null && ListOf(procedures).Contain(operation.Code);

    /// <summary>Rows hand their lists over as texts: each is read once in a check.</summary>
    private CodeRanges ListOf(string codes)
    {
        _lists ??= new(StringComparer.Ordinal);
        return _lists.TryGetValue(codes, out var list) ? list : _lists[codes] = CodeRanges.Of(codes);
    }

    private DateTimeOffset Beginning(ProcedureRecorded operation) => HasNoHour(operation) ? operation.OccurredAt.AddDays(1) : operation.OccurredAt;

    private bool HasNoHour(ProcedureRecorded operation) => TimeZoneInfo.ConvertTime(operation.OccurredAt, zone).TimeOfDay == TimeSpan.Zero;
}
