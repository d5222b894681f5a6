namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>
/// How much of the line's item the patient uses: charges less refunds, the unfulfilled part of signed orders' planned
/// executions, and the judged line itself; of all items that share the row's limit, where it names several. Quantities are in
/// the billed unit, or in what the row counts: yuan, or its unit of dose; null where a price, a strength or a conversion is
/// missing. Days are the hospital's calendar days. Rule text calls it <c>use</c>.
/// </summary>
public abstract class UseFacts
{
    /// <summary>Sums count what is known of them, not null where something is not; rule text cannot read it.</summary>
    internal bool KnownPart { get; set; }

    /// <summary>On the calendar day of use.</summary>
    public abstract decimal? OnDay();

    /// <summary>In the fullest window of so many hours that holds the use.</summary>
    public abstract decimal? InHours(int hours);

    /// <summary>On so many calendar days, the fullest of those spans that hold the day of use.</summary>
    public abstract decimal? InDays(int days);

    /// <summary>In the ISO week (Monday to Sunday) of the day of use.</summary>
    public abstract decimal? InWeek();

    /// <summary>In the calendar month of the day of use.</summary>
    public abstract decimal? InMonth();

    /// <summary>In the calendar year of the day of use, of this encounter.</summary>
    public abstract decimal? InYear();

    /// <summary>In that year before this encounter; null where nobody knows.</summary>
    public abstract decimal? EarlierInYear();

    /// <summary>In the whole stay.</summary>
    public abstract decimal? InStay();

    /// <summary>In the stay up to the day of use, with it.</summary>
    public abstract decimal? UpToDay();

    /// <summary>In a window that the row names: 单日, 周, 月, 年, N天 (of so many days) or 单次住院.</summary>
    public abstract decimal? InWindow(string window, int days);

    /// <summary>How much is used in that window of the item that the row multiplies with, in its billed unit.</summary>
    public abstract decimal OfPerItem(string window, int days);

    /// <summary>Days of the stay with use.</summary>
    public abstract int DistinctDays();

    /// <summary>Days with use among so many calendar days, the last of them the day of use.</summary>
    public abstract int DistinctDaysIn(int days);

    /// <summary>Days from the first use in the stay to this one, both counted.</summary>
    public abstract int SpanDays();

    /// <summary>Days between the use before and this one: 1 is yesterday. Null where there was none, which is no missing input.</summary>
    public abstract int? DaysSinceLast();
}
