using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Checks;

/// <summary>
/// What the patient's record and the hospital's staff say to the row that is applied to the judged line. Asked only by the rules
/// that read it.
/// </summary>
/// <param name="asked">This call's orders; none where charges are judged.</param>
internal sealed class PatientRecord(
    Release release, HospitalDictionary dictionary, EncounterState state, DateTimeOffset now, Timelines timelines,
    IReadOnlyList<(Order Order, ExpansionResult Expansion)> asked)
{
    private readonly PatientDiagnoses _diagnoses = new(state.Stay, now);
    private readonly PatientAllergies _allergies = new(state.Stay);
    private readonly FirstLineUse _firstLine = new(state, timelines);
    private readonly LineSigner _signer = new(dictionary);
    private readonly LinePlaces _places = new(state.Stay, dictionary);
    private readonly LineConsent _consent = new(state, release);
    private readonly DrugLists _drugs = new(release, dictionary, state, asked);

    /// <summary>The scratch facts of a check.</summary>
    public RuleFacts Facts(UseFacts use, OtherFacts other, PrescriptionFacts prescription, HistoryFacts history, DrugFacts drug) => new(use, other, prescription)
    {
        History = history,
        Drug = drug,
        Diagnosis = _diagnoses,
        Allergy = _allergies,
        FirstLine = _firstLine,
        Signer = _signer,
        Place = _places,
        Consent = _consent,
        DrugList = _drugs,
    };

    /// <summary>What makes the keys that decisions name.</summary>
    public void Use(RuleFacts facts, FindingMaker maker) => _consent.Use(facts, maker);

    /// <summary>The line that is judged next.</summary>
    public void SetLine(JudgedLine line, VisitFacts visit)
    {
        _diagnoses.SetLine(line.Key.InfantNo, visit);
        _allergies.SetLine(line);
        _consent.SetLine(line);
        _drugs.SetLine(line, visit);
    }

    /// <summary>The moment of use that is judged next.</summary>
    public void SetMoment(JudgedLine line, DateTimeOffset at, DateOnly day)
    {
        _signer.Set(line, day);
        _places.Set(line, at, day);
        _firstLine.Set(line, day.DayNumber);
    }

    /// <summary>The row that is applied next.</summary>
    public void Set(KnowledgeRow row)
    {
        _diagnoses.Set(row);
        _allergies.Set(row);
        _firstLine.Set(row);
    }
}
