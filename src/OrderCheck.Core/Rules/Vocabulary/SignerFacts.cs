namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>
/// Who signs the order, or signed the order that is charged. Rule text calls it <c>signer</c>. Null where the hospital's staff
/// dictionary does not know the doctor on the day of use, but for what the title tells that the order names.
/// </summary>
public class SignerFacts
{
    /// <summary>医士, 住院医师, 主治医师, 副主任医师, 主任医师 or 其他.</summary>
    public virtual string? Title => null;

    /// <summary>Standard code of the doctor's department.</summary>
    public virtual string? Department => null;

    /// <summary>Whether the doctor holds that licence or a higher grade of it.</summary>
    public virtual bool? Holds(string licence) => null;

    /// <summary>Whether the one who did what is charged, the doctor where nobody else is named, holds that licence or a higher grade of it.</summary>
    public virtual bool? DoerHolds(string licence) => null;
}
