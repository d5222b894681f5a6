using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Checks;

/// <summary>The patient's operations beside the use of a line; an infant's lines have none.</summary>
internal sealed class LineOperations(
    Release release, HospitalDictionary dictionary, EncounterState state, Timelines timelines, JudgedPlan judged,
    IReadOnlyList<(Order Order, ExpansionResult Expansion)> asked) : OperationFacts
{
    private const int MinutesOfADay = 1_440;
    private const int HoursNear = 48;
    private const int HoursOfAWeek = 168;
    private static readonly List<KnownOperation> NoOperations = [];

    private readonly TimeZoneInfo _zone = dictionary.Hospital.TimeZone;
    private KnownOperations? _operations;
    private JudgedLine? _line;
    private DateTimeOffset _at;

    public void Set(JudgedLine? line, DateTimeOffset at) => (_line, _at) = (line, at);

    public override int? MinutesBefore(string procedures)
    {
        var next = int.MaxValue;
        foreach (var operation in Of(procedures))
        {
            if (HasNoHour(operation))
            {
                if (operation.At <= _at.AddDays(1) && _at < operation.At.AddDays(1))
                    return null;
                continue;
            }
            var minutes = (operation.At - _at).TotalMinutes;
            if (minutes is > 0 and <= MinutesOfADay)
                next = Math.Min(next, (int)Math.Ceiling(minutes));
        }
        return next == int.MaxValue ? 0 : next;
    }

    public override bool? TooShortBefore(string procedures, int? minutes)
    {
        if (minutes is not { } least)
            return false;
        foreach (var operation in Of(procedures))
        {
            if (HasNoHour(operation))
            {
                if (DayHolds(operation))
                    return null;
            }
            else if (_at <= operation.At && operation.At - _at < TimeSpan.FromMinutes(least))
                return true;
        }
        return false;
    }

    public override int? MinutesAfter(string procedures)
    {
        foreach (var operation in Of(procedures))
        {
            if (HasNoHour(operation) && DayHolds(operation))
                return null;
        }
        return LastBegun(procedures) is { } begun ? (int)Math.Ceiling((_at - begun.At).TotalMinutes) : 0;
    }

    public override bool GivenBefore(string procedures, string items)
    {
        if (LastBegun(procedures) is not { } operation)
            return false;
        var (after, upTo) = (operation.At.AddDays(-1).UtcTicks, operation.At.UtcTicks);
        foreach (var key in timelines.Keys)
        {
            if (key.InfantNo is null && key.ItemCode.StartsWith(items, StringComparison.Ordinal)
                && timelines.Of(key).FirstBetween(after, upTo, int.MaxValue) is not null)
            {
                return true;
            }
        }
        return false;
    }

    public override int HoursAfter(string procedures) =>
        Last(procedures) is { } operation ? (int)Math.Ceiling((_at - CountedFrom(operation)).TotalHours) : 0;

    public override string Since(string procedures) => Last(procedures) switch
    {
        { EndedAt: not null } => "手术结束",
        { Planned: true } => "计划手术开始",
        _ => "手术开始（未见结束时间）",
    };

    public override bool Near(string procedures)
    {
        foreach (var operation in Of(procedures))
        {
            if (_at >= operation.At.AddDays(-1) && _at <= CountedFrom(operation).AddHours(HoursNear))
                return true;
        }
        return false;
    }

    public override bool Infected(string diagnoses)
    {
        foreach (var diagnosis in state.Stay.Diagnoses)
        {
            if (diagnosis.InfantNo == _line?.Key.InfantNo && Operations.ListOf(diagnoses).Contain(diagnosis.Code))
                return true;
        }
        return false;
    }

    private KnownOperations Operations => _operations ??= new KnownOperations(release, dictionary, state, judged, asked);

    private List<KnownOperation> Of(string procedures) => _line?.Key.InfantNo is null ? Operations.Of(procedures) : NoOperations;

    /// <summary>The last that began, by the hour, within a day before the use.</summary>
    private KnownOperation? LastBegun(string procedures)
    {
        KnownOperation? last = null;
        foreach (var operation in Of(procedures))
        {
            if (!HasNoHour(operation) && (_at - operation.At).TotalMinutes is > 0 and <= MinutesOfADay && (last is not { } known || operation.At > known.At))
                last = operation;
        }
        return last;
    }

    /// <summary>The one that the use follows most closely, within a week.</summary>
    private KnownOperation? Last(string procedures)
    {
        KnownOperation? last = null;
        foreach (var operation in Of(procedures))
        {
            var hours = (_at - CountedFrom(operation)).TotalHours;
            if (hours is >= 0 and <= HoursOfAWeek && (last is not { } known || CountedFrom(operation) > CountedFrom(known)))
                last = operation;
        }
        return last;
    }

    private DateTimeOffset CountedFrom(in KnownOperation operation) =>
        operation.EndedAt ?? (HasNoHour(operation) ? operation.At.AddDays(1) : operation.At);

    private bool DayHolds(in KnownOperation operation) => operation.At <= _at && _at < operation.At.AddDays(1);

    private bool HasNoHour(in KnownOperation operation) => TimeZoneInfo.ConvertTime(operation.At, _zone).TimeOfDay == TimeSpan.Zero;
}
