namespace OrderCheck.Core.Knowledge;

/// <summary>Two items that must not be charged together in a window of time (重复收费).</summary>
public sealed class ExclusivePair : KnowledgeRow
{
    public required string OtherCode { get; init; }

    public required string OtherName { get; init; }

    /// <summary>单日, 单次就诊, 6小时 or 同一小时.</summary>
    public required string Window { get; init; }

    /// <summary>The row read from its other side: the judged item is the published pair's second one.</summary>
    public bool Mirrored { get; private init; }

    internal override string Sameness => $"{OtherCode}|{Window}";

    /// <summary>The same pair for the other item's line, so that the pair is found whichever of the two comes last.</summary>
    internal ExclusivePair Mirror() => new()
    {
        ItemCode = OtherCode,
        ItemName = OtherName,
        OtherCode = ItemCode,
        OtherName = ItemName,
        Window = Window,
        Mirrored = true,
        EffectiveFrom = EffectiveFrom,
        EffectiveTo = EffectiveTo,
        OfficialRuleCode = OfficialRuleCode,
        OfficialRuleName = OfficialRuleName,
        OfficialText = OfficialText,
        Batch = Batch,
        PointId = PointId,
        Source = Source,
    };
}
