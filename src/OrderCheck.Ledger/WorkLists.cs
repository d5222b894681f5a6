using OrderCheck.Core.Identity;

namespace OrderCheck.Ledger;

/// <summary>Names of the lists that are no doctor's: a day's automatic charges, and what is for another role. Stored, so they stay.</summary>
public static class WorkLists
{
    /// <param name="day">Of the hospital's calendar, on which the lines were charged.</param>
    public static string Morning(DateOnly day) => $"morning {day:yyyy-MM-dd}";

    public static string Of(Role role) => $"role {role}";
}
