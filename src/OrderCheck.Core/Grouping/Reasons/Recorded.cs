namespace OrderCheck.Core.Grouping.Reasons;

internal readonly struct Recorded(List<TriedRow> rows) : IDecisionRecord
{
    public void Tried(SchemeRow row, bool holds) => rows.Add(new TriedRow(row, holds));
}
