using OrderCheck.Core.Identity;

namespace OrderCheck.Ledger;

/// <summary>
/// Lists that are no doctor's, kept with the doctors': a day's automatic charges, and what is for another role. Their names
/// begin with a control character, which no staff code has.
/// </summary>
public static class WorkLists
{
    private const char Mark = '\u0001';

    /// <param name="day">Of the hospital's calendar, on which the lines were charged.</param>
    public static string Morning(DateOnly day) => $"{Mark}morning {day:yyyy-MM-dd}";

    public static string Of(Role role) => $"{Mark}role {role}";
}
