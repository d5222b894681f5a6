using System.Collections.Immutable;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Patients;
using OrderCheck.Core.Settlement;

namespace OrderCheck.Core.Encounters;

/// <summary>
/// The events of an encounter, each in its highest revision, read in the order in which they happened (those of the same
/// moment as they were recorded).
/// </summary>
internal static class StayFold
{
    public static Stay Read(IEnumerable<RecordedFact> events)
    {
        var inOrder = events.OrderBy(recorded => recorded.Fact.OccurredAt).ThenBy(recorded => recorded.Sequence)
            .Select(recorded => (EncounterFact)recorded.Fact).ToList();
        var stay = new Draft();
        // What the admission says is the base that updates correct, also where an update's clock was behind.
        foreach (var admission in inOrder)
            stay.Admit(admission);
        foreach (var fact in inOrder)
            stay.Read(fact);
        return stay.Finish();
    }

    private sealed class Draft
    {
        private readonly List<InsurancePeriod> _insurance = [];
        private readonly List<StayPlace> _places = [];
        private readonly List<LeavePeriod> _leaves = [];
        private readonly List<string> _mdtrtIds = [];
        private readonly List<string> _mergedVisits = [];
        private readonly List<PatientMerge> _patientMerges = [];
        private readonly List<string> _settlements = [];
        private readonly Dictionary<string, Infant> _infants = [];
        private readonly List<DiagnosisRecorded> _diagnoses = [];
        private readonly List<AllergyRecorded> _allergies = [];
        private readonly List<ProcedureRecorded> _procedures = [];
        private readonly List<ProcedureRecorded> _planned = [];
        private readonly List<LaboratoryValueRecorded> _laboratory = [];
        private readonly List<WeightRecorded> _weights = [];
        private readonly List<PregnancyRecorded> _pregnancies = [];
        private readonly List<PathwayPeriod> _pathways = [];
        private readonly List<ChargesUploaded> _uploads = [];
        private Admitted? _admitted;
        private Discharged? _discharged;
        private StayDetails _details = new();
        private BudgetGiven? _budget;
        private SettlementList? _settlementList;

        public void Admit(EncounterFact fact)
        {
            if (fact is Admitted admitted)
                _admitted = admitted;
            else if (fact is AdmissionCancelled)
                _admitted = null;
            else
                return;
            if (_admitted is null)
                return;
            _details = new StayDetails();
            _insurance.Clear();
            _places.Clear();
            Take(_admitted.Stay, _admitted.OccurredAt);
        }

        public void Read(EncounterFact fact)
        {
            switch (fact)
            {
                case StayUpdated updated: Take(updated.Stay, updated.OccurredAt); break;
                case Transferred to:
                    Place(to.OccurredAt, to.Department, to.Ward, to.Bed, to.AttendingDoctor ?? _details.AttendingDoctor); break;
                case BedChanged to:
                    Place(to.OccurredAt, _details.Department, to.Ward ?? _details.Ward, to.Bed, _details.AttendingDoctor); break;
                case LeaveStarted: _leaves.Add(new LeavePeriod(fact.OccurredAt, null)); break;
                case LeaveEnded when _leaves.Count > 0 && _leaves[^1].To is null:
                    _leaves[^1] = _leaves[^1] with { To = fact.OccurredAt }; break;
                case InsuranceChanged changed: Change(changed); break;
                case Discharged discharged: _discharged = discharged; break;
                case DischargeCancelled: _discharged = null; break;
                case Settled settled: _settlements.Add(settled.SettlementId); break;
                case SettlementCancelled cancelled: _settlements.Remove(cancelled.SettlementId); break;
                case Merged merged: Merge(merged); break;
                case BudgetGiven given: _budget = given; break;
                case PathwayEntered entered: Enter(entered); break;
                case PathwayLeft left: Leave(left); break;
                case SettlementListReported { List: var list }: _settlementList = list.Withdrawn ? null : list; break;
                case ChargesUploaded uploaded: _uploads.Add(uploaded); break;
                default: ReadClinical(fact); break;
            }
        }

        private void ReadClinical(EncounterFact fact)
        {
            switch (fact)
            {
                case DiagnosisRecorded diagnosis:
                    _diagnoses.RemoveAll(known => known.Code == diagnosis.Code && known.InfantNo == diagnosis.InfantNo);
                    if (!diagnosis.Withdrawn)
                        _diagnoses.Add(diagnosis);
                    break;
                case AllergyRecorded allergy:
                    _allergies.RemoveAll(known => known.SubstanceCode == allergy.SubstanceCode && known.SubstanceName == allergy.SubstanceName);
                    if (!allergy.Withdrawn)
                        _allergies.Add(allergy);
                    break;
                case ProcedureRecorded { Withdrawn: true }: break;
                case ProcedureRecorded procedure: (procedure.Planned ? _planned : _procedures).Add(procedure); break;
                case LaboratoryValueRecorded value: _laboratory.Add(value); break;
                case PregnancyRecorded pregnancy: _pregnancies.Add(pregnancy); break;
                case WeightRecorded weight: _weights.Add(weight); break;
                case BirthRecorded birth:
                    _infants[birth.InfantNo] = new Infant(birth.InfantNo, birth.Sex, birth.OccurredAt, birth.WeightGrams); break;
            }
        }

        /// <summary>
        /// Of one person and classification the diagnosis last told of as the principal one is it; those told of before it are
        /// secondary, until it is withdrawn or told of as secondary itself.
        /// </summary>
        private static ImmutableArray<DiagnosisRecorded> OnePrincipal(List<DiagnosisRecorded> known)
        {
            var one = ImmutableArray.CreateBuilder<DiagnosisRecorded>(known.Count);
            for (var i = 0; i < known.Count; i++)
                one.Add(known[i].Principal && known.FindLastIndex(other => IsRival(known[i], other)) > i ? known[i] with { Principal = false } : known[i]);
            return one.ToImmutable();
        }

        private static bool IsRival(DiagnosisRecorded principal, DiagnosisRecorded other) =>
            other.Principal && other.InfantNo == principal.InfantNo && DiagnosisCode.IsOfTcm(other.Code) == DiagnosisCode.IsOfTcm(principal.Code);

        private void Take(StayDetails known, DateTimeOffset at)
        {
            if (known.InsuType is { } insurance)
                Insure(at, insurance);
            if (known.MdtrtId is { } alias)
            {
                _mdtrtIds.Remove(alias);
                _mdtrtIds.Add(alias);
            }
            _details = new StayDetails
            {
                PatientNumber = known.PatientNumber ?? _details.PatientNumber,
                Sex = known.Sex ?? _details.Sex,
                BirthTime = known.BirthTime ?? _details.BirthTime,
                MedType = known.MedType ?? _details.MedType,
                InsuType = known.InsuType ?? _details.InsuType,
                Department = known.Department ?? _details.Department,
                Ward = known.Ward ?? _details.Ward,
                Bed = known.Bed ?? _details.Bed,
                AttendingDoctor = known.AttendingDoctor ?? _details.AttendingDoctor,
                MdtrtId = known.MdtrtId ?? _details.MdtrtId,
            };
            if (known.Department is not null || known.Ward is not null || known.Bed is not null || known.AttendingDoctor is not null)
                Place(at, _details.Department, _details.Ward, _details.Bed, _details.AttendingDoctor);
        }

        private void Place(DateTimeOffset at, string? department, string? ward, string? bed, string? doctor)
        {
            _details = _details with { Department = department, Ward = ward, Bed = bed, AttendingDoctor = doctor };
            _places.Add(new StayPlace(at, department, ward, bed, doctor));
        }

        private void Insure(DateTimeOffset from, string insurance)
        {
            _insurance.Add(new InsurancePeriod(from, insurance));
            _details = _details with { InsuType = insurance };
        }

        /// <summary>A change that applies from before what was known until then, from the admission's day say, takes its place.</summary>
        private void Change(InsuranceChanged changed)
        {
            _insurance.RemoveAll(known => known.From >= changed.EffectiveFrom && known.From <= changed.OccurredAt);
            Insure(changed.EffectiveFrom, changed.InsuType);
        }

        /// <summary>The same insurance told again goes on: it is no change of who pays.</summary>
        private static ImmutableArray<InsurancePeriod> Joined(IEnumerable<InsurancePeriod> periods)
        {
            var joined = ImmutableArray.CreateBuilder<InsurancePeriod>();
            foreach (var period in periods)
            {
                if (joined.Count == 0 || joined[^1].InsuType != period.InsuType)
                    joined.Add(period);
            }
            return joined.ToImmutable();
        }

        private void Merge(Merged merged)
        {
            if (merged.FromVisitNumber is { } visit)
                _mergedVisits.Add(visit);
            if (merged.PatientNumber is not { } patient)
                return;
            if (_details.PatientNumber is { } before && before != patient)
                _patientMerges.Add(new PatientMerge(before, patient));
            _details = _details with { PatientNumber = patient };
        }

        /// <summary>Told once more while the patient is on it, it goes on.</summary>
        private void Enter(PathwayEntered entered)
        {
            if (!entered.Withdrawn && !_pathways.Exists(known => known.Pathway == entered.Pathway && known.To is null))
                _pathways.Add(new PathwayPeriod(entered.Pathway, entered.OccurredAt, null, false, null));
        }

        private void Leave(PathwayLeft left)
        {
            if (left.Withdrawn)
                return;
            var open = _pathways.FindIndex(known => known.Pathway == left.Pathway && known.To is null);
            if (open >= 0)
                _pathways[open] = _pathways[open] with { To = left.OccurredAt, Completed = left.Completed, Reason = left.Reason };
            else
                _pathways.Add(new PathwayPeriod(left.Pathway, null, left.OccurredAt, left.Completed, left.Reason));
        }

        public Stay Finish() => new()
        {
            AdmittedAt = _admitted?.OccurredAt,
            DischargedAt = _discharged?.OccurredAt,
            WayOfDischarge = _discharged?.Way,
            Details = _details,
            // A change may be reported before it applies, or after.
            Insurance = Joined(_insurance.OrderBy(period => period.From)),
            Places = [.. _places],
            Leaves = [.. _leaves],
            MdtrtIds = [.. _mdtrtIds],
            MergedVisits = [.. _mergedVisits],
            PatientMerges = [.. _patientMerges],
            Settlements = [.. _settlements],
            Infants = _infants.ToImmutableDictionary(StringComparer.Ordinal),
            Diagnoses = OnePrincipal(_diagnoses),
            Procedures = [.. _procedures],
            PlannedProcedures = [.. _planned],
            Allergies = [.. _allergies],
            LaboratoryValues = [.. _laboratory],
            Weights = [.. _weights],
            Pregnancies = [.. _pregnancies],
            Pathways = [.. _pathways],
            Budget = _budget,
            SettlementList = _settlementList,
            Uploads = [.. _uploads],
        };
    }
}
