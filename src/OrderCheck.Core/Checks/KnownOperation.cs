namespace OrderCheck.Core.Checks;

/// <summary>An operation of the encounter: recorded, arranged, or asked for by an order.</summary>
/// <param name="Codes">ICD-9-CM-3; of an order that names no code those that its item stands for.</param>
/// <param name="At">When it began, or is to begin.</param>
/// <param name="EndedAt">Null: not known.</param>
internal readonly record struct KnownOperation(string[] Codes, DateTimeOffset At, DateTimeOffset? EndedAt, bool Planned)
{
    public bool IsOf(Knowledge.CodeRanges list)
    {
        foreach (var code in Codes)
        {
            if (list.Contain(code))
                return true;
        }
        return false;
    }
}
