namespace OrderCheck.Core.Grouping;

/// <summary>
/// Groups cases by one scheme. Holds scratch memory for one case: one grouper a thread. Grouping allocates nothing.
/// </summary>
public sealed class Grouper(GroupingScheme scheme)
{
    private readonly CaseFacts _facts = new(scheme);

    public GroupingScheme Scheme { get; } = scheme;

    internal CaseFacts Facts => _facts;

    public GroupResult Group(GroupingCase @case)
    {
        Load(@case);
        return Decide();
    }

    /// <summary>For callers that hold codes as text in a buffer: begin, add diagnoses and procedures in order, decide.</summary>
    public void Begin(int? ageYears, int? ageDays, int? birthWeightGrams, int sex, int? stayDays) =>
        _facts.Begin(ageYears, ageDays, birthWeightGrams, sex, stayDays);

    /// <summary>The first one is the principal diagnosis.</summary>
    public void AddDiagnosis(ReadOnlySpan<char> code) => _facts.AddDiagnosis(code);

    /// <summary>The first one is the principal procedure.</summary>
    public void AddProcedure(ReadOnlySpan<char> code) => _facts.AddProcedure(code);

    /// <summary>The group of the case since <see cref="Begin"/>.</summary>
    public GroupResult Decide()
    {
        _facts.CountComplications();
        var unheard = default(Unrecorded);
        return Decide(ref unheard);
    }

    internal void Load(GroupingCase @case)
    {
        _facts.Begin(@case.AgeYears, @case.AgeDays, @case.BirthWeightGrams, (int)@case.Sex, @case.StayDays);
        foreach (var code in @case.Diagnoses)
            _facts.AddDiagnosis(code);
        foreach (var code in @case.Procedures)
            _facts.AddProcedure(code);
    }

    /// <summary>The one way through a scheme, with and without a record of what was tried.</summary>
    internal GroupResult Decide<TRecord>(ref TRecord record)
        where TRecord : struct, IDecisionRecord
    {
        if (_facts.DiagnosisCount == 0 || _facts.Diagnoses[0] == CaseFacts.Blank)
            return Ungrouped(UngroupedCause.PrincipalDiagnosisMissing);
        if (_facts.Diagnoses[0] < 0)
            return Ungrouped(UngroupedCause.PrincipalDiagnosisUnknown);
        var entered = false;
        foreach (var mdc in Scheme.Mdcs)
        {
            if (!Holds(mdc, ref record))
                continue;
            foreach (var adrg in mdc.Adrgs)
                if (Holds(adrg, ref record))
                    return Divide(mdc, adrg, ref record);
            // Every case is tried with MDCA: failing there says nothing.
            entered |= mdc.Code != "MDCA";
        }
        return Ungrouped(CauseOf(entered));
    }

    private GroupResult Divide<TRecord>(MdcRow mdc, AdrgRow adrg, ref TRecord record)
        where TRecord : struct, IDecisionRecord
    {
        foreach (var drg in adrg.Drgs)
            if (Holds(drg, ref record))
                return Result(StatusOf(adrg.Kind), UngroupedCause.None, mdc.Code, adrg.Code, drg.Code) with
                {
                    MdcName = mdc.Name,
                    AdrgName = adrg.Name,
                    DrgName = drg.Name,
                };
        var cause = _facts.Missing == CaseNumbers.None ? UngroupedCause.NoDrgInAdrg : UngroupedCause.DataMissing;
        return Result(GroupingStatus.Ungrouped, cause, mdc.Code, adrg.Code, GroupResult.None) with { MdcName = mdc.Name, AdrgName = adrg.Name };
    }

    private bool Holds<TRecord>(SchemeRow row, ref TRecord record)
        where TRecord : struct, IDecisionRecord
    {
        var holds = row.Predicate.Holds(_facts);
        record.Tried(row, holds);
        return holds;
    }

    private UngroupedCause CauseOf(bool entered)
    {
        if (!entered && Scheme.Diagnoses.IsGrey(_facts.Diagnoses[0]))
            return UngroupedCause.PrincipalDiagnosisGrey;
        if (_facts.Missing != CaseNumbers.None)
            return UngroupedCause.DataMissing;
        return entered ? UngroupedCause.NoAdrgInMdc : UngroupedCause.NoMdc;
    }

    private GroupResult Ungrouped(UngroupedCause cause) =>
        Result(GroupingStatus.Ungrouped, cause, GroupResult.None, GroupResult.None, GroupResult.None);

    private GroupResult Result(GroupingStatus status, UngroupedCause cause, string mdc, string adrg, string drg) =>
        new(status, cause, mdc, adrg, drg, _facts.Missing, _facts.DiagnosisNotes, _facts.ProcedureNotes);

    private static GroupingStatus StatusOf(GroupKind kind) => kind switch
    {
        GroupKind.Ambiguous => GroupingStatus.Ambiguous,
        GroupKind.Rest => GroupingStatus.Unmatched,
        _ => GroupingStatus.Grouped,
    };
}
