namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>What a pair says from one side.</summary>
internal readonly record struct PackedSide(string Code, string OtherCode, string Window, DateOnly? From, DateOnly? To)
{
    public PackedSide Mirrored => this with { Code = OtherCode, OtherCode = Code };

    public static PackedSide Of(ExclusivePair pair) => new(pair.ItemCode, pair.OtherCode, pair.Window, pair.EffectiveFrom, pair.EffectiveTo);
}
