using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Checks;

/// <summary>The drugs of one prescription, or of one discharge: of this call, and signed before.</summary>
/// <param name="asked">This call's orders, which stand in place of what the state knows of the same orders.</param>
internal sealed class DrugLists(
    Release release, HospitalDictionary dictionary, EncounterState state, IReadOnlyList<(Order Order, ExpansionResult Expansion)> asked) : DrugListFacts
{
    private const string Prescription = "处方";
    private const string Inpatient = "住院";

    private JudgedLine? _line;
    private VisitFacts? _visit;

    public void SetLine(JudgedLine line, VisitFacts visit) => (_line, _visit) = (line, visit);

    public override int? Kinds(string scope)
    {
        if (_line is not { Charge: null, Line.IsOrderedItem: true, Order: { } order } || !IsDrug(order))
            return 0;
        var ofPrescription = scope == Prescription;
        if (!ofPrescription && !order.DischargeMedication)
            return 0;
        // What is ordered on the ward is on no prescription, unless the HIS numbers it.
        if (ofPrescription && order.PrescriptionNumber is null && _visit?.Mode is null or Inpatient)
            return _visit?.Mode is null ? null : 0;
        return SpeaksForAll(order, ofPrescription) ? CountKinds(order, ofPrescription) : 0;
    }

    private static bool IsDrug(Order order) => order is { Kind: OrderKind.Drug, SkinTest: false };

    /// <summary>Prescriptions without a number are one where they come in one call.</summary>
    private static bool Together(Order one, Order other, bool ofPrescription) =>
        IsDrug(other) && one.InfantNo == other.InfantNo
        && (ofPrescription ? one.PrescriptionNumber == other.PrescriptionNumber : other.DischargeMedication);

    /// <summary>The last by id, whatever the order in which they came.</summary>
    private bool SpeaksForAll(Order order, bool ofPrescription)
    {
        foreach (var (other, _) in asked)
        {
            if (string.CompareOrdinal(other.Id, order.Id) > 0 && Together(order, other, ofPrescription))
                return false;
        }
        return true;
    }

    private int CountKinds(Order order, bool ofPrescription)
    {
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        var replaced = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (other, _) in asked)
        {
            replaced.Add(other.Id);
            if (other.DraftId is { } draft)
                replaced.Add(draft);
            if (Together(order, other, ofPrescription))
                kinds.Add(KindOf(other));
        }
        foreach (var (id, known) in state.Orders.Orders)
        {
            if (!replaced.Contains(id) && known.Planned && (!ofPrescription || order.PrescriptionNumber is not null) && Together(order, known.Order, ofPrescription))
                kinds.Add(KindOf(known.Order));
        }
        return kinds.Count;
    }

    private string KindOf(Order order)
    {
        var code = dictionary.CodeOf(order);
        return (code is null ? null : release.Catalogue.FindItem(code, dictionary.Hospital.TimeZone.Day(order.StartAt))?.GenericName) ?? code ?? order.ItemHospitalCode ?? order.Id;
    }
}
