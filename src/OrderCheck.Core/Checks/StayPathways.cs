using System.Collections.Immutable;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Checks;

/// <summary>The patient's clinical pathways; worked out where a rule asks, and nothing is made for a patient who is on none.</summary>
/// <param name="facts">Hold the row that is applied.</param>
internal sealed class StayPathways(
    Release release, HospitalDictionary dictionary, EncounterState state, Timelines timelines, RuleFacts facts, DateTimeOffset now) : PathwayFacts
{
    private const int MostNames = 3;

    private readonly Stay _stay = state.Stay;
    private readonly TimeZoneInfo _zone = dictionary.Hospital.TimeZone;
    private JudgedLine? _line;
    private DateTimeOffset _at;
    private DateOnly _day;
    private bool? _enrolled;
    private PathwayOmissions? _omissions;

    /// <param name="line">Null: no line is judged, but the encounter as a whole.</param>
    /// <param name="day">Of use.</param>
    public void Set(JudgedLine? line, DateTimeOffset at, DateOnly day) => (_line, _at, _day) = (line, at, day);

    public override bool Has(string pathway)
    {
        if (_line is { Key.InfantNo: not null } || (_stay.Pathways.IsEmpty && !(_enrolled ??= IsEnrolledAnywhere())))
            return false;
        var on = Find(pathway, _day) is { } row && IsEnrolled(row);
        foreach (var period in _stay.Pathways)
        {
            if (period.Pathway == pathway)
                on = _line is null ? on || period.From is not null : (on || period.From <= _at) && !(period.To <= _at);
        }
        return on;
    }

    public override string Name(string pathway) => Find(pathway, _day)?.Name ?? pathway;

    public override int? StayDay => _stay.AdmittedAt is { } admitted ? _day.DayNumber - _zone.DayNumber(admitted) + 1 : null;

    public override int? OperationDay(string pathway) => (OperationOf(pathway, _day, _stay.Procedures) ?? OperationOf(pathway, _day, _stay.PlannedProcedures)) is { } operated ? _day.DayNumber - operated : null;

    public override bool? Lists(string pathway)
    {
        if (_line is null || facts.Limit is not PathwayItem applied)
            return false;
        var code = _line.Line.ItemCode;
        // A closed list asks whether the item is listed at all; what is not needed, whether a row as particular lists it.
        var least = applied.Need == PathwayItem.ListedOnly ? 1 : Math.Max(1, applied.Particularity(code));
        bool? listed = false;
        var rows = release.Knowledge[KnowledgeKind.PathwayItems];
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i] is not PathwayItem { IsListed: true } row || row.Pathway != pathway || !row.InForce(_day) || row.Particularity(code) < least)
                continue;
            var day = row.FromOperation ? OperationDay(pathway) : StayDay;
            if (row.Covers(day))
                return true;
            if (day is null)
                listed = null;
        }
        return listed;
    }

    public override string Preferred
    {
        get
        {
            if (facts.Limit is not PathwayPreference row || _line is null)
                return "";
            // Where the price list has the ordered item, the hospital has what it has a price of.
            var priced = dictionary.PriceOf(_line.Line.ItemCode, _day) is not null;
            var names = new List<string>();
            foreach (var code in row.PreferredCodes)
            {
                if (release.Catalogue.FindItem(code, _day) is { } item && (!priced || dictionary.PriceOf(code, _day) is not null) && !names.Contains(item.Name))
                    names.Add(item.Name);
            }
            return names.Count <= MostNames ? string.Join('、', names) : string.Join('、', names.Take(MostNames)) + "等";
        }
    }

    public override bool? OrdersRead => timelines.HasUncoded ? null : true;

    public override string? Omitted(string pathway, bool controllable) => _stay.AdmittedAt is { } admitted
        ? Omissions.Of(pathway, controllable, fromOperation: false, _zone.DayNumber(admitted) - 1)
        : null;

    public override string? OmittedAroundOperation(string pathway, bool controllable)
    {
        if (_stay.AdmittedAt is null || !AsksAroundOperation(pathway, controllable))
            return "";
        var last = _zone.Day(Omissions.Until);
        if (OperationOf(pathway, last, _stay.Procedures) is { } operated)
            return Omissions.Of(pathway, controllable, fromOperation: true, operated);
        // Whoever left it may have left it before the operation.
        return WasOn(pathway, last.DayNumber, Omissions.Until) ? null : "";
    }

    public override string AllOmitted(string pathway, bool controllable)
    {
        var (stay, operation) = (Omitted(pathway, controllable), OmittedAroundOperation(pathway, controllable));
        return string.IsNullOrEmpty(stay) ? operation ?? "" : string.IsNullOrEmpty(operation) ? stay : $"{stay}、{operation}";
    }

    public override bool LeftWithoutReason(string pathway)
    {
        var without = false;
        foreach (var period in _stay.Pathways)
        {
            if (period.Pathway == pathway)
                without = period is { To: not null, Completed: false, Reason: null };
        }
        return without;
    }

    /// <summary>Whether the patient was on it up to the end of that day, or of the stay; the day of completing it belongs to it.</summary>
    internal bool WasOn(string pathway, int day, DateTimeOffset end)
    {
        var on = Find(pathway, DateOnly.FromDayNumber(day)) is { } row && IsEnrolled(row);
        foreach (var period in _stay.Pathways)
        {
            if (period.Pathway != pathway)
                continue;
            on |= period.From <= end;
            if (period.To is { } left && left <= end && !(period.Completed && _zone.DayNumber(left) == day))
                on = false;
        }
        return on;
    }

    private PathwayOmissions Omissions => _omissions ??= new PathwayOmissions(release, _stay, _zone, timelines, this, now);

    /// <summary>Most patients are on none: they are not asked pathway by pathway.</summary>
    private bool IsEnrolledAnywhere()
    {
        var rows = release.Knowledge[KnowledgeKind.Pathways];
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i] is ClinicalPathway row && IsEnrolled(row))
                return true;
        }
        return false;
    }

    private bool IsEnrolled(ClinicalPathway row) => row.EnrolledBy switch
    {
        ClinicalPathway.ByGroup => _stay.Budget is { } budget && row.IsForGroup(budget.GroupCode) && (row.Diagnoses is null || HasPrincipalOf(row.Diagnoses)),
        ClinicalPathway.ByDiagnosis => row.Diagnoses is not null && HasPrincipalOf(row.Diagnoses),
        _ => false,
    };

    private bool HasPrincipalOf(CodeRanges codes)
    {
        foreach (var diagnosis in _stay.Diagnoses)
        {
            if (diagnosis is { Principal: true, InfantNo: null } && codes.Contain(diagnosis.Code))
                return true;
        }
        return false;
    }

    /// <summary>The version in force on that day.</summary>
    private ClinicalPathway? Find(string pathway, DateOnly day)
    {
        var rows = release.Knowledge[KnowledgeKind.Pathways];
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i] is ClinicalPathway row && row.Pathway == pathway && row.InForce(day))
                return row;
        }
        return null;
    }

    /// <summary>The day of the first of the pathway's operations, as a day number.</summary>
    private int? OperationOf(string pathway, DateOnly day, ImmutableArray<ProcedureRecorded> recorded)
    {
        if (Find(pathway, day)?.Procedures is not { } operations)
            return null;
        int? first = null;
        foreach (var procedure in recorded)
        {
            if (operations.Contain(procedure.Code) && _zone.DayNumber(procedure.OccurredAt) is var done && (first is null || done < first))
                first = done;
        }
        return first;
    }

    private bool AsksAroundOperation(string pathway, bool controllable)
    {
        foreach (var row in release.Knowledge[KnowledgeKind.PathwayItems])
        {
            if (row is PathwayItem { Need: PathwayItem.Required, FromOperation: true } item && item.Pathway == pathway && item.Controllable == controllable && item.InForce(_day))
                return true;
        }
        return false;
    }
}
