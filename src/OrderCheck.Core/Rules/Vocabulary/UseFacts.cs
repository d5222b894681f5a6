namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>
/// How much of the line's item the patient uses: charges less refunds, the unfulfilled part of signed orders' planned
/// executions, and the judged line itself. Quantities are in the billed unit. Days are the hospital's calendar days. Rule
/// text calls it <c>use</c>.
/// </summary>
public abstract class UseFacts
{
    /// <summary>On the calendar day of use.</summary>
    public abstract decimal OnDay();

    /// <summary>In the fullest window of so many hours that holds the use.</summary>
    public abstract decimal InHours(int hours);

    /// <summary>On so many calendar days, the last of them the day of use.</summary>
    public abstract decimal InDays(int days);

    /// <summary>In the ISO week (Monday to Sunday) of the day of use.</summary>
    public abstract decimal InWeek();

    /// <summary>In the calendar month of the day of use.</summary>
    public abstract decimal InMonth();

    /// <summary>In the whole stay.</summary>
    public abstract decimal InStay();

    /// <summary>Days of the stay with use.</summary>
    public abstract int DistinctDays();

    /// <summary>Days with use among so many calendar days, the last of them the day of use.</summary>
    public abstract int DistinctDaysIn(int days);

    /// <summary>Days from the first use in the stay to this one, both counted.</summary>
    public abstract int SpanDays();

    /// <summary>Days between the use before and this one: 1 is yesterday. Null where there was none, which is no missing input.</summary>
    public abstract int? DaysSinceLast();
}
