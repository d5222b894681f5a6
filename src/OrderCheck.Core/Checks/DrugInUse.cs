using OrderCheck.Core.Orders;

namespace OrderCheck.Core.Checks;

/// <summary>A drug order and the time in which it is in use.</summary>
/// <param name="Generic">The catalogue's generic name, else the part of the code that names the drug.</param>
/// <param name="End">Behind the last moment, in UTC ticks; of what is given once, its moment.</param>
/// <param name="Day">The hospital's calendar day of the start.</param>
internal sealed record DrugInUse(Order Order, string Root, string Code, string Name, string Generic, long Start, long End, int Day)
{
    private bool Once => End <= Start;

    /// <summary>Whether both are the same drug to be counted apart: no skin test, no re-issue of one by the other, nothing for home beside the ward's.</summary>
    public bool CountsBeside(DrugInUse other) =>
        Order.Id != other.Order.Id
        && Root != other.Root
        && Order.InfantNo == other.Order.InfantNo
        && Order.DischargeMedication == other.Order.DischargeMedication
        && !other.Order.SkinTest
        && !Continues(other);

    /// <summary>Whether both are in use at some time: what is given once and once again, on the same day.</summary>
    public bool Overlaps(DrugInUse other)
    {
        if (Once && other.Once)
            return Day == other.Day;
        if (Once)
            return other.Start <= Start && Start < other.End;
        return other.Once ? Start <= other.Start && other.Start < End : Start < other.End && other.Start < End;
    }

    /// <summary>Whether it is in use at a moment at which <paramref name="judged"/> is used.</summary>
    public bool IsInUse(DrugInUse judged, long at, int day)
    {
        if (!Once)
            return Start <= at && at < End;
        return Day == day && (judged.Once || judged.Start <= Start);
    }

    /// <summary>The very same order again from another department: the consultant's, which the ward goes on with (会诊续开).</summary>
    private bool Continues(DrugInUse other) =>
        Code == other.Code
        && Order.Dose == other.Order.Dose
        && Order.Quantity == other.Order.Quantity
        && Order.Frequency == other.Order.Frequency
        && Order.Route == other.Order.Route
        && Order.Department is { } own && other.Order.Department is { } others && own != others;
}
