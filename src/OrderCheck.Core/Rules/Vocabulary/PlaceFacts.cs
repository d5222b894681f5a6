namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>The departments that have to do with the line. Rule text calls it <c>place</c>.</summary>
public class PlaceFacts
{
    /// <summary>Standard code of the department; null where it is not known, or the hospital's dictionary does not map it on that day.</summary>
    /// <param name="whose">开单, 执行 or 所在.</param>
    public virtual string? Of(string whose) => null;

    /// <summary>As the hospital calls it; 未知 where it is not known.</summary>
    public virtual string NameOf(string whose) => "未知";
}
