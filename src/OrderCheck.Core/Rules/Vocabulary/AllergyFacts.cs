namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>The patient's recorded allergies compared with the substances that the row names. Rule text calls it <c>allergy</c>. This class knows of none.</summary>
public class AllergyFacts
{
    /// <summary>
    /// Whether the patient is allergic to one of the substances that the row names. Null where nothing was recorded, not even
    /// that there is no allergy.
    /// </summary>
    public virtual bool? Present => null;

    /// <summary>The recorded allergies; 未记录 where there are none.</summary>
    public virtual string Recorded => "未记录";
}
