using OrderCheck.Core.Encounters;
using OrderCheck.Core.Orders;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>Makes one visit of a request of what was read.</summary>
internal sealed class VisitAssembly(ReadPatient patient, ReadVisit visit, DateTimeOffset? askedAt, ReadingContext context, Tolerance tolerance)
{
    /// <summary>A HIS that has no discharge to tell sends the time of asking.</summary>
    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(10);

    private DateTimeOffset Fallback => visit.AdmittedAt ?? context.Now;

    public NhsaVisit Visit(bool current)
    {
        var (candidates, known, unjudged, refunds) = Lines();
        return new NhsaVisit
        {
            PatientId = patient.Id!,
            PatientName = patient.Name,
            VisitId = visit.Id!,
            // A visit that is asked about is answered, whichever one is named as current.
            Current = current || candidates.Count > 0 || unjudged.Count > 0,
            FacilityLevel = visit.FacilityLevel,
            FacilityType = visit.FacilityType,
            Candidates = candidates,
            Unjudged = unjudged,
            Reported = new ReportedEncounter
            {
                Stay = visit.Stay with { MdtrtId = visit.Id, PatientNumber = patient.Id, Sex = patient.Sex, BirthTime = patient.BirthTime },
                AdmittedAt = visit.AdmittedAt,
                DischargedAt = DischargedAt(),
                Diagnoses = Diagnoses(),
                Procedures = Procedures(),
                Pregnancy = visit.Pregnancy,
                Orders = known,
                TakenBack = refunds.TakenBack,
                Refunds = refunds.Alone,
            },
        };
    }

    private (List<Order> Candidates, List<Order> Known, List<NhsaUnjudged> Unjudged, Refunds Refunds) Lines()
    {
        var (candidates, known) = (new LineIdentities(), new LineIdentities());
        var unjudged = new List<NhsaUnjudged>();
        foreach (var line in visit.Children.Lines)
        {
            if (line.Order is { } order)
                Add(line.Current ? candidates : known, line.HasStart ? order : order with { StartAt = line.Current ? context.Now : Fallback });
            else if (line.Current)
                unjudged.Add(new NhsaUnjudged(line.Id!, line.WhyNot!));
        }
        var refunds = new Refunds(known.Lines);
        foreach (var line in visit.Children.Lines)
        {
            if (line is { Order: null, Current: false } && (line.Refund is null || !refunds.Take(line.Refund)))
                tolerance.Add(Deviations.RefundLine, visit.Path);
        }
        return (candidates.Lines, known.Lines, unjudged, refunds);
    }

    private void Add(LineIdentities lines, Order order)
    {
        if (lines.Add(order) is { } deviation)
            tolerance.Add(deviation, visit.Path);
    }

    private DateTimeOffset? DischargedAt()
    {
        if (visit.DischargedAt is not { } discharged)
            return null;
        var asked = askedAt ?? context.Now;
        var isNow = discharged > asked - JustNow || (discharged - context.Now).Duration() <= JustNow;
        if (isNow)
            tolerance.Add(Deviations.DischargedNow, visit.DischargePath);
        return isNow || discharged < visit.AdmittedAt ? null : discharged;
    }

    private List<DiagnosisRecorded> Diagnoses()
    {
        var read = visit.Children.Diagnoses;
        var principalAtDischarge = read.Exists(static one => one is { Main: true, Discharge: true });
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var diagnoses = new List<DiagnosisRecorded>(read.Count + 1);
        foreach (var one in read)
        {
            // Of two principal ones that of discharge stands.
            var principal = one.Main ? one.Discharge || !principalAtDischarge : !principalAtDischarge && !read.Exists(static other => other.Main) && one.Code == visit.MainDiagnosis;
            var id = one.Id is { } told && ids.Add(told) ? told : one.Code!;
            if (id == one.Code && one.Id != id && !ids.Add(id))
                continue;
            diagnoses.Add(new DiagnosisRecorded(one.Code!, one.Name, principal, false, false, null) { Id = id, OccurredAt = one.At ?? Fallback });
        }
        if (visit.MainDiagnosis is { } main && !diagnoses.Exists(one => one.Code == main))
        {
            diagnoses.Add(new DiagnosisRecorded(main, visit.MainDiagnosisName, !diagnoses.Exists(static one => one.Principal), false, false, null)
            {
                Id = main,
                OccurredAt = Fallback,
            });
        }
        return diagnoses;
    }

    private List<ProcedureRecorded> Procedures()
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var procedures = new List<ProcedureRecorded>(visit.Children.Operations.Count);
        foreach (var one in visit.Children.Operations)
        {
            var id = one.Id is { } told && ids.Add(told) ? told : one.Code!;
            if (id == one.Code && one.Id != id && !ids.Add(id))
                continue;
            procedures.Add(new ProcedureRecorded(one.Code!, one.Name, one.Main, one.Doctor) { Id = id, OccurredAt = one.At ?? Fallback });
        }
        return procedures;
    }
}
