namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>
/// What the patient used and cost over all encounters, this one with the judged line included: of other encounters what was
/// billed, of this one as <see cref="UseFacts"/> counts. Null where the other encounters are not known (yet), and for a newborn
/// inside its mother's encounter. Quantities are in what the row counts, of all items that share its limit, as with
/// <see cref="UseFacts"/>; days are the hospital's. Rule text calls it <c>history</c>.
/// </summary>
public abstract class HistoryFacts
{
    /// <summary>Days since a thing that never happened: a hundred years.</summary>
    public const int Never = 36_500;

    /// <summary>Of the line's item on the calendar day of use.</summary>
    public abstract decimal? OnDay();

    /// <summary>Of the line's item on so many calendar days, the fullest of those spans that hold the day of use.</summary>
    public abstract decimal? InDays(int days);

    /// <summary>Of the line's item in the ISO week of the day of use.</summary>
    public abstract decimal? InWeek();

    /// <summary>Of the line's item in the calendar month of the day of use.</summary>
    public abstract decimal? InMonth();

    /// <summary>Of the line's item in the calendar year of the day of use.</summary>
    public abstract decimal? InYear();

    /// <summary>Days with use of the line's item among so many calendar days, the last of them the day of use.</summary>
    public abstract int? DistinctDaysIn(int days);

    /// <summary>Days with use of the line's item in the calendar year, up to the day of use.</summary>
    public abstract int? DistinctDaysInYear();

    /// <summary>Days between the use of the line's item before and this one, wherever it was; <see cref="Never"/> if there was none.</summary>
    public abstract int? DaysSinceLast();

    /// <summary>
    /// Whether another encounter used any of these items on the day of use or the so many days before it. Codes are separated by
    /// 、; one that ends with '*' is a prefix.
    /// </summary>
    public abstract bool? UsedElsewhere(string codes, int days);

    /// <summary>What all encounters cost in the calendar year of the day of use, charged so far; yuan.</summary>
    public abstract decimal? CostInYear();

    /// <summary>Whole days from the last discharge from an inpatient stay to this admission; <see cref="Never"/> if there was none.</summary>
    public abstract int? DaysSinceDischarge();

    /// <summary>The same of the last stay that ended in the department where this one is.</summary>
    public abstract int? DaysSinceDischargeFromDepartment();

    /// <summary>The same of the last stay that was in this one's DRG or DIP group.</summary>
    public abstract int? DaysSinceDischargeFromGroup();

    /// <summary>The same; of a stay whose group nobody knows, or where this one's is not known, what it falls back to decides.</summary>
    /// <param name="fallback">主要诊断: whose principal diagnosis is of the same category; null: nothing.</param>
    public abstract int? DaysSinceDischargeFromGroupOr(string? fallback);

    /// <summary>The same of the last stay whose principal diagnosis is of the same ICD-10 category (three characters) as this one's.</summary>
    public abstract int? DaysSinceDischargeWithDiagnosis();

    /// <summary>Inpatient stays, this one with those that ended up to so many days before its admission.</summary>
    public abstract int? StaysIn(int days);

    /// <summary>Outpatient, emergency and internet visits, this one with those that began up to so many days before it; 0 where this is no visit.</summary>
    public abstract int? VisitsIn(int days);

    /// <summary>The same of visits with charges for drugs.</summary>
    public abstract int? PurchasesIn(int days);

    /// <summary>What is still open of the last inpatient stay: not settled, orders that were never ended, lines not judged; "" if nothing.</summary>
    public abstract string? OpenItems { get; }
}
