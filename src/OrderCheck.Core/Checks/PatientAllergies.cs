using OrderCheck.Core.Encounters;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Checks;

/// <summary>The allergies of the judged line's person. An infant's are not known: what is recorded is the mother's.</summary>
internal sealed class PatientAllergies(Stay stay) : AllergyFacts
{
    private JudgedLine? _line;
    private INamesSubstances? _row;

    /// <summary>The line that is judged next.</summary>
    public void SetLine(JudgedLine line) => _line = line;

    /// <summary>The row that is applied next.</summary>
    public void Set(KnowledgeRow row) => _row = row as INamesSubstances;

    public override bool? Present
    {
        get
        {
            if (_line is not { Key.InfantNo: null } || _row is null || stay.Allergies.IsEmpty)
                return null;
            foreach (var allergy in stay.Allergies)
            {
                if (IsNamed(allergy))
                    return true;
            }
            return false;
        }
    }

    public override string Recorded
    {
        get
        {
            var names = _line is { Key.InfantNo: null } ? string.Join('、', stay.Allergies.Select(allergy => allergy.SubstanceName)) : "";
            return names.Length > 0 ? names : base.Recorded;
        }
    }

    private bool IsNamed(AllergyRecorded allergy)
    {
        if (Substance.StatesNone(allergy.SubstanceName))
            return false;
        foreach (var substance in _row!.Substances)
        {
            if (substance == INamesSubstances.TheItem ? IsTheItem(allergy) : Substance.IsIt(allergy, substance))
                return true;
        }
        return false;
    }

    private bool IsTheItem(AllergyRecorded allergy) =>
        allergy.SubstanceCode == _line!.Line.ItemCode
        || Substance.AreAlike(allergy.SubstanceName, _line.Line.Item?.GenericName)
        || Substance.AreAlike(allergy.SubstanceName, _line.ItemName);
}
