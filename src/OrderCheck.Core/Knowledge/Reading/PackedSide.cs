namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>What a pair says from one side; items by their numbers in the catalogue.</summary>
internal readonly record struct PackedSide(int Code, int OtherCode, string Window, DateOnly? From, DateOnly? To)
{
    public PackedSide Mirrored => this with { Code = OtherCode, OtherCode = Code };
}
