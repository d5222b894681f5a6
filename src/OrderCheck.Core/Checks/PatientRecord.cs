using OrderCheck.Core.Encounters;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Checks;

/// <summary>What the patient's record says to the row that is applied to the judged line. Asked only by the rules that read it.</summary>
internal sealed class PatientRecord(Stay stay, DateTimeOffset now)
{
    public PatientDiagnoses Diagnoses { get; } = new(stay, now);

    /// <summary>The line that is judged next.</summary>
    public void SetLine(JudgedLine line, VisitFacts visit) => Diagnoses.SetLine(line.Key.InfantNo, visit);

    /// <summary>The row that is applied next.</summary>
    public void Set(KnowledgeRow row) => Diagnoses.Set(row);
}
