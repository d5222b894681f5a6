namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>The first-line items of a step therapy. Rule text calls it <c>firstLine</c>. This class knows of none.</summary>
public class FirstLineFacts
{
    /// <summary>
    /// Whether one of them was used on an earlier day, at most so many days before. Null where none was in this encounter,
    /// the days reach back before it, and the patient's other encounters are not known.
    /// </summary>
    public virtual bool? Used(int withinDays) => null;

    /// <summary>Whether it is documented that the patient does not tolerate them: a recorded allergy to one, or a diagnosis that the row names.</summary>
    public virtual bool NotTolerated => false;
}
