using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Patients;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Checks;

/// <summary>Whether the first line of a step therapy was tried: what this encounter has charged and planned, what others have, allergies and diagnoses.</summary>
internal sealed class FirstLineUse(EncounterState state, Timelines timelines) : FirstLineFacts
{
    private readonly PatientAllergies _allergies = new(state.Stay);
    private UseKey _line;
    private int _day;
    private StepTherapy? _row;

    /// <summary>
    /// The line and the moment that are judged next. One looks back from where the second line began: who is on it already goes on
    /// with it, also by a re-issue.
    /// </summary>
    public void Set(JudgedLine line, int day)
    {
        _line = line.Key;
        _day = line.Order is { } order ? Math.Min(day, state.TimeZone.DayNumber(state.Orders.Find(order.Id)?.FirstStartAt ?? order.StartAt)) : day;
        _allergies.SetLine(line);
    }

    /// <summary>The row that is applied next.</summary>
    public void Set(KnowledgeRow row)
    {
        _row = row as StepTherapy;
        _allergies.Set(row);
    }

    public override bool? Used(int withinDays)
    {
        if (_row is null)
            return null;
        var first = _day - withinDays;
        foreach (var key in timelines.Keys)
        {
            if (key.InfantNo == _line.InfantNo && IsFirstLine(key.ItemCode) && UsedSince(first, key))
                return true;
        }
        // An infant that was born here has no history elsewhere.
        if (_line.InfantNo is { } infant)
            return state.Stay.Infants.ContainsKey(infant) ? false : null;
        if (state.History is { } history)
            return UsedElsewhere(history, first);
        return state.Stay.AdmittedAt is { } admitted && first >= state.TimeZone.DayNumber(admitted) ? false : null;
    }

    public override bool NotTolerated => _allergies.Present == true || IsDiagnosed();

    private bool IsDiagnosed()
    {
        if (_row?.Intolerance is not { } codes)
            return false;
        foreach (var diagnosis in state.Stay.Diagnoses)
        {
            if (diagnosis.InfantNo == _line.InfantNo && !diagnosis.Suspected && codes.Contain(diagnosis.Code))
                return true;
        }
        return false;
    }

    private bool UsedElsewhere(PatientHistory history, int first)
    {
        foreach (var code in _row!.Codes)
        {
            if (history.Used(code, first, _day - 1))
                return true;
        }
        return false;
    }

    private bool IsFirstLine(string item)
    {
        foreach (var code in _row!.Codes)
        {
            if (KnowledgeRow.Names(code, item))
                return true;
        }
        return false;
    }

    /// <summary>Something that is taken on the same day was not tried before.</summary>
    private bool UsedSince(int first, UseKey key)
    {
        foreach (ref readonly var use in timelines.Of(key).Days)
        {
            if (use.Day >= first && use.Day < _day && (use.Billed > 0 || use.Planned))
                return true;
        }
        return false;
    }
}
