using OrderCheck.Core.Findings;

namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>The other item of a pair, <c>limit.OtherCode</c>. Rule text calls it <c>other</c>.</summary>
public abstract class OtherFacts
{
    /// <summary>Whether the other item is used in that window around the line's time: 单日, 单次就诊, 6小时 or 同一小时.</summary>
    public abstract bool Within(string window);

    /// <summary>The other side of the last hit; rule text cannot read it.</summary>
    public abstract Party? Counterpart { get; }
}
