namespace OrderCheck.Core.Checks;

/// <summary>What a charge is compared with beside its item and its patient: the stay's dates, its order, where on the body, operations, and pathways.</summary>
internal sealed class LineSurroundings(EncounterStay stay, LineOrder order, LineSites sites, LineOperations operations, StayPathways pathways)
{
    /// <param name="line">Null: no line is judged, but the encounter as a whole.</param>
    /// <param name="day">Of use.</param>
    public void Set(JudgedLine? line, DateTimeOffset at, DateOnly day)
    {
        operations.Set(line, at);
        pathways.Set(line, at, day);
        stay.Set(line, day);
        order.Set(line, day.DayNumber);
        sites.Set(line, day.DayNumber);
    }
}
