namespace OrderCheck.Core.Knowledge;

/// <summary>A row that recorded allergies are compared with.</summary>
internal interface INamesSubstances
{
    /// <summary>What stands for whatever the item itself is.</summary>
    const string TheItem = "本品";

    /// <summary>Codes and names.</summary>
    IReadOnlyList<string> Substances { get; }
}
