using OrderCheck.Core.Checks;
using OrderCheck.Core.Regions;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>Makes a request of what was read: what stands beside its parent goes where it belongs, and what is not told is looked for elsewhere.</summary>
internal sealed class Assembly(ReadBody body, ReadingContext context)
{
    private const string Audit = "3101";
    private const string SettlementAudit = "3102";

    private readonly Tolerance _tolerance = context.Values.Tolerance;

    public NhsaRequest Request()
    {
        if (body.Patients.Count == 0)
            throw Lacking("input.data.patient_dtos", "应为至少一名参保人");
        if (context.Profile.TransactionOf(body.Envelope.InfNo) is not (Audit or SettlementAudit or ""))
            _tolerance.Add(Deviations.OtherTransaction, context.Fields.Envelope.Name((int)EnvelopeField.InfNo));
        Place();
        SameVisits.Unite(body.Patients, context);
        var visits = new List<NhsaVisit>();
        foreach (var patient in body.Patients)
            AddVisits(patient, visits);
        return new NhsaRequest
        {
            Envelope = body.Envelope,
            AskedAt = body.AskedAt,
            TaskId = body.TaskId,
            Stages = Stages(visits.Exists(static visit => visit.Candidates.Count > 0 || visit.Unjudged.Count > 0)),
            Visits = visits,
            Tolerated = _tolerance.All,
        };
    }

    private void AddVisits(ReadPatient patient, List<NhsaVisit> visits)
    {
        if (patient.Id is null)
            throw Lacking($"{patient.Path}.{context.Fields.Patient.Name((int)PatientField.Id)}", "应为参保人标识，1至50个字符");
        if (patient.Visits.Count == 0)
            throw Lacking($"{patient.Path}.{context.Fields.Patient.Name((int)PatientField.Visits)}", "应为至少一次就诊");
        var current = Current(patient);
        foreach (var visit in patient.Visits)
            visits.Add(new VisitAssembly(patient, visit, body.AskedAt, context, _tolerance).Visit(visit == current));
    }

    /// <summary>The only visit where there is one; else that of curr_mdtrt_id, or the last one that is asked about.</summary>
    private ReadVisit Current(ReadPatient patient)
    {
        var idPath = context.Fields.Visit.Name((int)VisitField.Id);
        if (patient.Visits is [var only])
        {
            if (only.Id is null)
                only.Id = patient.CurrentVisit ?? throw Lacking($"{only.Path}.{idPath}", "应为就诊标识，1至50个字符");
            else if (patient.CurrentVisit is { } named && named != only.Id)
                _tolerance.Add(Deviations.OtherCurrentVisit, patient.Path);
            return only;
        }
        if (patient.Visits.Find(static visit => visit.Id is null) is { } nameless)
            throw Lacking($"{nameless.Path}.{idPath}", "应为就诊标识，1至50个字符");
        if (patient.CurrentVisit is null)
            return patient.Visits.FindLast(static visit => visit.Children.Lines.Exists(static line => line.Current)) ?? patient.Visits[^1];
        var path = $"{patient.Path}.{context.Fields.Patient.Name((int)PatientField.CurrentVisit)}";
        return patient.Visits.Find(visit => visit.Id == patient.CurrentVisit)
            ?? throw new NotUnderstoodException(path, $"{path}：不是所报就诊中任何一次的就诊标识，应为其中之一", 0);
    }

    /// <summary>What stands beside its parent.</summary>
    private void Place()
    {
        foreach (var visit in body.Visits)
        {
            var owner = visit.PatientId is { } id ? body.Patients.Find(patient => patient.Id == id) : body.Patients is [var only] ? only : null;
            (owner ?? throw Lacking($"{visit.Path}.{context.Fields.Patient.Name((int)PatientField.Id)}", "无法确定属于哪名参保人，应为其中一名的标识")).Visits.Add(visit);
        }
        foreach (var patient in body.Patients)
            Place(patient.Beside, patient.Visits, patient.Visits.Find(visit => visit.Id is not null && visit.Id == patient.CurrentVisit), patient.Path);
        var all = body.Patients.SelectMany(static patient => patient.Visits).ToList();
        Place(body.Beside, all, body.Patients is [var one] ? one.Visits.Find(visit => visit.Id is not null && visit.Id == one.CurrentVisit) : null, "input.data");
    }

    private void Place(Children beside, List<ReadVisit> visits, ReadVisit? current, string path)
    {
        if (beside.IsEmpty)
            return;
        foreach (var line in beside.Lines)
            Of(line.VisitId).Children.Lines.Add(line);
        foreach (var diagnosis in beside.Diagnoses)
            Of(diagnosis.VisitId).Children.Diagnoses.Add(diagnosis);
        foreach (var operation in beside.Operations)
            Of(operation.VisitId).Children.Operations.Add(operation);

        ReadVisit Of(string? id) =>
            (id is not null ? visits.Find(visit => visit.Id == id) : current)
            ?? (visits is [var only] ? only : null)
            ?? throw new NotUnderstoodException(path, $"{path}：与就诊并列的子集合无法确定属于哪次就诊，每个对象应有{context.Fields.Visit.Name((int)VisitField.Id)}", 0);
    }

    private IReadOnlyList<Stage> Stages(bool asksOfLines)
    {
        var stages = new List<Stage>();
        foreach (var scenario in body.Scenarios)
        {
            var row = context.Profile.Codes.GetValueOrDefault(NhsaTables.Scenario)?.FindShort(scenario);
            if (row?.Means is not { } letters)
                throw new NotUnderstoodException(
                    body.ScenarioPath,
                    $"{body.ScenarioPath}：触发场景“{Form.OfCode(scenario)}”未知，应为{string.Join('、', context.Profile.Codes.GetValueOrDefault(NhsaTables.Scenario)?.Rows.Select(one => one.Code + one.Name) ?? [])}，多个以逗号分隔", 0);
            stages.AddRange(RegionWords.StagesOf(letters) ?? []);
        }
        if (stages.Count == 0)
            stages.AddRange(OfTransaction());
        // Lines that are asked about are judged, whatever the scenario is about.
        if (asksOfLines && !stages.Exists(static stage => stage is Stage.Order or Stage.Verify or Stage.Charge))
            stages.Add(Stage.Order);
        return [.. stages.Distinct()];
    }

    private Stage[] OfTransaction()
    {
        _tolerance.Add(Deviations.NoScenario, body.ScenarioPath);
        return context.Profile.TransactionOf(body.Envelope.InfNo) == SettlementAudit ? [Stage.Discharge, Stage.Charge] : [Stage.Order];
    }

    private static NotUnderstoodException Lacking(string path, string why) => new(path, $"{path}：缺失，{why}", 0);
}
