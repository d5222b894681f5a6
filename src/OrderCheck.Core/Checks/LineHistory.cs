using OrderCheck.Core.Amounts;
using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Patients;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Checks;

/// <summary>The patient's other encounters beside the judged line's own timeline. Nothing is worked out until a rule asks.</summary>
internal sealed class LineHistory(EncounterState state, LineUse use, CodeTables codes, DateTimeOffset now) : HistoryFacts
{
    private FormerStays? _former;
    private FormerVisits? _visits;

    public override string? OpenItems => Former?.OpenItems();

    private PatientHistory? Known => state.History;

    /// <summary>Of a newborn inside its mother's encounter nothing else is known.</summary>
    private PatientHistory? OfLine => use.Key.InfantNo is null ? Known : null;

    private FormerStays? Former => Known is { } known ? _former ??= new FormerStays(known, state, codes, now) : null;

    private FormerVisits? Visits => Known is { } known ? _visits ??= new FormerVisits(known, state, codes, now) : null;

    public override decimal? OnDay() => Sum(use.Day, use.Day);

    /// <summary>The fullest of the windows that hold the day of use, as <see cref="UseTimeline.FullestDays"/>.</summary>
    public override decimal? InDays(int days)
    {
        var fullest = Sum(use.Day - days + 1, use.Day);
        if (OfLine is not { } known || days <= 1)
            return fullest;
        var end = (int)Math.Min((long)use.Day + days - 1, int.MaxValue);
        var later = use.DaysElsewhere(known, use.Day + 1, end);
        use.AddUsedDays(later, use.Day + 1, end);
        foreach (var last in later)
            fullest = Sum(last - days + 1, last) is { } sum && fullest is { } most ? Math.Max(most, sum) : null;
        return fullest;
    }

    public override decimal? InWeek()
    {
        var monday = HospitalCalendar.Monday(use.Day);
        return Sum(monday, monday + 6);
    }

    public override decimal? InMonth()
    {
        var day = DateOnly.FromDayNumber(use.Day);
        var first = new DateOnly(day.Year, day.Month, 1).DayNumber;
        return Sum(first, first + DateTime.DaysInMonth(day.Year, day.Month) - 1);
    }

    public override decimal? InYear()
    {
        var (first, last) = YearOfUse();
        return Sum(first, last);
    }

    public override int? DistinctDaysIn(int days) => CountDays(use.Day - days + 1, use.Day);

    public override int? DistinctDaysInYear() => CountDays(YearOfUse().First, use.Day);

    public override int? DaysSinceLast()
    {
        if (OfLine is not { } known)
            return null;
        var since = use.DaysSinceLast() ?? Never;
        // A use of the same day elsewhere is no interval kept.
        foreach (var day in use.DaysElsewhere(known, int.MinValue, use.Day))
            since = Math.Min(since, use.Day - day);
        return since;
    }

    public override bool? UsedElsewhere(string codes, int days)
    {
        if (OfLine is not { } known)
            return null;
        foreach (var part in codes.AsSpan().Split('、'))
        {
            if (known.Used(codes.AsSpan()[part], use.Day - days, use.Day))
                return true;
        }
        return false;
    }

    public override decimal? CostInYear()
    {
        if (Known is not { } known)
            return null;
        var (first, last) = YearOfUse();
        var own = state.Totals.Total.ToYuan();
        foreach (var uses in state.Uses.Values)
        {
            foreach (ref readonly var billed in uses.Span)
            {
                if (billed.Day < first || billed.Day > last)
                    own -= Money.FromMicros(billed.AmountMicros).ToYuan();
            }
        }
        return known.CostIn(DateOnly.FromDayNumber(first).Year, category: null).ToYuan() + own;
    }

    public override int? DaysSinceDischarge() => Former?.DaysSinceAny();

    public override int? DaysSinceDischargeFromDepartment() => Former?.DaysSinceSameDepartment();

    public override int? DaysSinceDischargeFromGroup() => Former?.DaysSinceSameGroup();

    public override int? DaysSinceDischargeFromGroupOr(string? fallback) =>
        fallback == ReadmissionWindow.PrincipalDiagnosis ? Former?.DaysSinceSameGroupOrDiagnosis() : Former?.DaysSinceSameGroup();

    public override int? DaysSinceDischargeWithDiagnosis() => Former?.DaysSinceSameDiagnosis();

    public override int? StaysIn(int days) => Former?.CountIn(days);

    public override int? VisitsIn(int days) => Visits?.CountIn(days);

    public override int? PurchasesIn(int days) => Visits?.PurchasesIn(days);

    private (int First, int Last) YearOfUse()
    {
        // Where the encounter as a whole is judged there is no line that is used on a day.
        var year = DateOnly.FromDayNumber(use.Day > 0 ? use.Day : state.TimeZone.DayNumber(now)).Year;
        return (new DateOnly(year, 1, 1).DayNumber, new DateOnly(year, 12, 31).DayNumber);
    }

    private decimal? Sum(int first, int last) => OfLine is null ? null : use.Sum(first, last) + use.Elsewhere(first, last);

    /// <summary>What is on the same day in two encounters counts once.</summary>
    private int? CountDays(int first, int last)
    {
        if (OfLine is not { } known)
            return null;
        var count = use.CountDays(first, last);
        foreach (var day in use.DaysElsewhere(known, first, last))
        {
            if (!use.UsedOn(day))
                count++;
        }
        return count;
    }
}
