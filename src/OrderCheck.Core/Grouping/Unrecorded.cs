namespace OrderCheck.Core.Grouping;

internal struct Unrecorded : IDecisionRecord
{
    public readonly void Tried(SchemeRow row, bool holds)
    {
    }
}
