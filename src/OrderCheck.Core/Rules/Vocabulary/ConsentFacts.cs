namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>The patient's consent to pay for the line alone. Rule text calls it <c>consent</c>. This class knows of none.</summary>
public class ConsentFacts
{
    /// <summary>Whether a finding on the same order content was decided as self-pay with consent.</summary>
    public virtual bool Recorded => false;
}
