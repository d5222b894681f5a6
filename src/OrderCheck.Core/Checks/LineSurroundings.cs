namespace OrderCheck.Core.Checks;

/// <summary>What a charge is compared with beside its item and its patient: the stay's dates, its order, and where on the body.</summary>
internal sealed class LineSurroundings(EncounterStay stay, LineOrder order, LineSites sites)
{
    /// <param name="line">Null: no line is judged, but the encounter as a whole.</param>
    /// <param name="day">Of use.</param>
    public void Set(JudgedLine? line, DateOnly day)
    {
        stay.Set(line, day);
        order.Set(line, day.DayNumber);
        sites.Set(line, day.DayNumber);
    }
}
