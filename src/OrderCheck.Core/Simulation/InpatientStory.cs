using OrderCheck.Core.Amounts;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;

namespace OrderCheck.Core.Simulation;

/// <summary>Tells one open inpatient's stay from admission to now, day by day.</summary>
internal sealed class InpatientStory
{
    /// <summary>No history gets longer: 200 of them are to be written and replayed in seconds.</summary>
    private const int MostLines = 60;

    private readonly SimulatedWard _ward;
    private readonly SimulationRandom _random;
    private readonly SimulatedPatient _patient;
    private readonly StoryWriter _writer;
    private readonly TreatmentPlan _plan;
    private bool _onLeave;

    public InpatientStory(SimulatedWard ward, int number, SimulationRandom random)
    {
        _ward = ward;
        _random = random;
        _patient = SimulatedPatient.Create(ward, number, random);
        _writer = new StoryWriter(_patient.VisitNumber, ward.Prices)
        {
            Doctor = _patient.Doctor,
            Department = _patient.Department.Code,
            Ward = _patient.Department.Ward,
            Payer = _patient.InsuType,
        };
        _plan = new TreatmentPlan(ward, _patient, _writer, random);
    }

    public SimulatedEncounter Tell()
    {
        _writer.Write(AdmissionStory.Tell(_ward, _patient, _writer, _random));
        if (_plan.Orders.Count > 0)
            _writer.Write([.. _plan.Orders.Select(StoryWriter.Sign)]);
        OrderStory.Verify(_patient, _plan.Orders, _writer);

        var firstDay = _ward.TimeZone.DayNumber(_patient.AdmittedAt);
        var today = _ward.TimeZone.DayNumber(_ward.Now);
        for (var day = firstDay; day <= today && _writer.ChargeLines < MostLines; day++)
            TellDay(DateOnly.FromDayNumber(day), day - firstDay, day == today);
        GiveBudget();
        return _writer.Finish();
    }

    private void TellDay(DateOnly day, int dayOfStay, bool isToday)
    {
        if (dayOfStay > 1 && !isToday)
            Happen(day);
        if (!_onLeave)
        {
            ChargeDay(day, dayOfStay);
            _writer.PostCharges();
        }
        if (_onLeave)
            ReturnFromLeave(day);
        if (!isToday)
            OrderStory.Stop(_plan.StoppedOn(dayOfStay), _ward.TimeZone.At(day, new TimeOnly(20, 30)), _writer);
    }

    /// <summary>What happens to some patients on some days.</summary>
    private void Happen(DateOnly day)
    {
        var at = _ward.TimeZone.At(day, new TimeOnly(10, 15));
        if (_random.Percent(3))
            _writer.Write(new BedChanged(_writer.Ward, $"{_random.Between(1, 40):00}") { Id = _writer.NextEventId(), OccurredAt = at });
        else if (_random.Percent(2) && !_patient.Case.Delivers)
            Transfer(at);
        else if (_random.Percent(2))
            StartLeave(at);
    }

    private void Transfer(DateTimeOffset at)
    {
        var elsewhere = _random.Pick(
            [.. SimulatedDepartment.All.Where(department => department.Code != _writer.Department && department.Code != "A05.02")]);
        _writer.Doctor = _random.Pick(elsewhere.Doctors);
        _writer.Department = elsewhere.Code;
        _writer.Ward = elsewhere.Ward;
        _writer.Write(new Transferred(elsewhere.Code, elsewhere.Ward, $"{_random.Between(1, 40):00}", _writer.Doctor)
        {
            Id = _writer.NextEventId(),
            OccurredAt = at,
        });
    }

    private void StartLeave(DateTimeOffset at)
    {
        _writer.Write(new LeaveStarted("请假外出") { Id = _writer.NextEventId(), OccurredAt = at });
        _onLeave = true;
    }

    private void ReturnFromLeave(DateOnly day)
    {
        _writer.Write(new LeaveEnded { Id = _writer.NextEventId(), OccurredAt = _ward.TimeZone.At(day, new TimeOnly(19, 40)) });
        _onLeave = false;
    }

    private void ChargeDay(DateOnly day, int dayOfStay)
    {
        Charge? drug = null;
        foreach (var line in _plan.LinesOf(dayOfStay))
        {
            var at = dayOfStay == 0
                ? _patient.AdmittedAt.AddMinutes(40 + line.MinuteOfDay % 200)
                : _ward.TimeZone.At(day, TimeOnly.MinValue).AddMinutes(line.MinuteOfDay);
            if (at >= _ward.Now || _writer.ChargeLines >= MostLines)
                continue;
            var charge = _writer.Charge(line.Item, line.Quantity, at, line.OrderId, line.Automatic, line.InfantNo);
            drug = line.Item.Kind == "药品" ? charge : drug;
        }
        if (drug is not null && _random.Percent(8) && drug.OccurredAt.AddHours(3) < _ward.Now)
            _writer.Refund(drug, drug.Quantity > 1 && _random.Percent(50) ? 1 : drug.Quantity, drug.OccurredAt.AddHours(3));
    }

    /// <summary>Most patients are far from their group's usual cost; about one in six has a budget that is nearly used up, or is.</summary>
    private void GiveBudget()
    {
        var standardCost = _patient.Case.Cost * _random.Between(90, 110) / 100m;
        if (_writer.Total > Money.Zero && _random.Percent(16))
            standardCost = _writer.Total.ToYuan() * 100 / _random.Between(82, 118);
        standardCost = decimal.Round(standardCost);
        _writer.Write(new BudgetGiven(
            _patient.Case.Group.Code,
            _patient.Case.Group.Name,
            Money.FromYuan(decimal.Round(standardCost * 1.08m)),
            Money.FromYuan(standardCost),
            "模拟")
        {
            Id = _writer.NextEventId(),
            OccurredAt = _patient.AdmittedAt.AddMinutes(30),
        });
    }
}
