namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>
/// The patient's diagnoses compared with those that the row names; the infant's own where the order names an infant. TCM
/// diagnoses count where the row has TCM codes. Rule text calls it <c>diagnosis</c>. This class knows of none.
/// </summary>
public class DiagnosisFacts
{
    /// <summary>
    /// Whether the patient has a diagnosis that the row allows. Null where none is known that could be compared, and within
    /// the first 24 hours of a stay where none matches yet: it may follow.
    /// </summary>
    /// <param name="position">主要诊断 or 任一诊断.</param>
    /// <param name="certainty">确诊 or 含疑似.</param>
    public virtual bool? Meets(string position, string certainty) => null;

    /// <summary>Whether the patient has one of the diagnoses that the row names, suspected or not; null where none is known that could be compared.</summary>
    public virtual bool? Present => null;

    /// <summary>The person's diagnoses as they were recorded, the principal one first; 未记录 where there are none.</summary>
    public virtual string Recorded => "未记录";
}
