using OrderCheck.Core.Encounters;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Checks;

/// <summary>The diagnoses of the judged line's person.</summary>
/// <param name="now">The time of the check: a stay of less than a day may get its diagnosis yet.</param>
internal sealed class PatientDiagnoses(Stay stay, DateTimeOffset now) : DiagnosisFacts
{
    private const string Principal = "主要诊断";
    private const string Verified = "确诊";
    private const string Inpatient = "住院";

    private static readonly TimeSpan TimeToDiagnose = TimeSpan.FromHours(24);

    private string? _infantNo;
    private INamesDiagnoses? _row;
    private VisitFacts? _visit;

    /// <summary>The line that is judged next.</summary>
    public void SetLine(string? infantNo, VisitFacts visit) => (_infantNo, _visit) = (infantNo, visit);

    /// <summary>The row that is applied next.</summary>
    public void Set(KnowledgeRow row) => _row = row as INamesDiagnoses;

    public override bool? Meets(string position, string certainty)
    {
        var known = false;
        foreach (var diagnosis in stay.Diagnoses)
        {
            if (RangesFor(diagnosis) is not { } ranges || (position == Principal && !diagnosis.Principal))
                continue;
            known = true;
            if (!(diagnosis.Suspected && certainty == Verified) && ranges.Contain(diagnosis.Code))
                return true;
        }
        return known && !MayFollow ? false : null;
    }

    public override bool? Present
    {
        get
        {
            bool? present = null;
            foreach (var diagnosis in stay.Diagnoses)
            {
                if (RangesFor(diagnosis) is not { } ranges)
                    continue;
                if (ranges.Contain(diagnosis.Code))
                    return true;
                present = false;
            }
            return present;
        }
    }

    public override string Recorded
    {
        get
        {
            var names = stay.Diagnoses.Where(diagnosis => diagnosis.InfantNo == _infantNo)
                .OrderByDescending(diagnosis => diagnosis.Principal)
                .Select(diagnosis => (diagnosis.Name ?? diagnosis.Code) + (diagnosis.Suspected ? "（疑似）" : ""));
            return string.Join('、', names) is { Length: > 0 } recorded ? recorded : base.Recorded;
        }
    }

    private bool MayFollow =>
        _visit?.Mode is null or Inpatient && stay.AdmittedAt is { } admitted && now < admitted + TimeToDiagnose;

    /// <summary>What the row compares that person's diagnosis with; null where it names none of its classification.</summary>
    private CodeRanges? RangesFor(DiagnosisRecorded diagnosis) =>
        diagnosis.InfantNo != _infantNo ? null : DiagnosisCode.IsOfTcm(diagnosis.Code) ? _row?.Tcm : _row?.Icd;
}
