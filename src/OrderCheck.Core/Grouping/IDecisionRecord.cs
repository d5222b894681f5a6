namespace OrderCheck.Core.Grouping;

/// <summary>Hears of every row that is tried. A struct, so that hearing nothing costs nothing.</summary>
internal interface IDecisionRecord
{
    void Tried(SchemeRow row, bool holds);
}
