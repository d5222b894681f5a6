using OrderCheck.Core.Amounts;
using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Orders;

namespace OrderCheck.Core.Simulation;

/// <summary>What a patient is ordered and given: decided once, so that every day of the stay is like the ones before.</summary>
internal sealed class TreatmentPlan
{
    private const int OpenEnd = int.MaxValue;
    private const int OperationDay = 1;
    private readonly SimulatedPatient _patient;
    private readonly SimulationRandom _random;
    private readonly StoryWriter _writer;
    private readonly Formulary _formulary;
    private readonly List<Order> _orders = [];
    private readonly List<PlannedLine> _lines = [];
    private readonly HashSet<string> _items = new(StringComparer.Ordinal);

    public TreatmentPlan(SimulatedWard ward, SimulatedPatient patient, StoryWriter writer, SimulationRandom random)
    {
        (_patient, _random, _writer, _formulary) = (patient, random, writer, ward.Formulary);
        Lodge();
        Examine();
        if (patient.Case.Procedure is not null)
            Operate();
        Medicate();
        if (patient.Case.Delivers)
            CareForInfant();
    }

    public IReadOnlyList<Order> Orders => _orders;

    public IEnumerable<PlannedLine> LinesOf(int dayOfStay) =>
        _lines.Where(line => line.FirstDay <= dayOfStay && dayOfStay <= line.LastDay).OrderBy(line => line.MinuteOfDay);

    /// <summary>Drug orders whose last day that is.</summary>
    public IEnumerable<string> StoppedOn(int dayOfStay) =>
        _lines.Where(line => line.LastDay == dayOfStay && line.Item.Kind == "药品").Select(line => line.OrderId!);

    /// <summary>Bed, nursing and the doctor's round, every day by the midnight batch.</summary>
    private void Lodge()
    {
        Daily(ItemGroup.Bed, orders: false);
        Daily(ItemGroup.Nursing, orders: true);
        Daily(ItemGroup.Consultation, orders: false);
    }

    private void Daily(ItemGroup group, bool orders)
    {
        if (_formulary.Usual(group, _patient.Sex) is not { } item || !_items.Add(item.Code))
            return;
        var order = orders ? Order(item, longTerm: true, frequency: "qd", minutesAfterAdmission: 20) : null;
        _lines.Add(new PlannedLine(item, 1, 0, OpenEnd, 5) { Automatic = true, OrderId = order?.Id });
    }

    private void Examine()
    {
        for (var count = _random.Between(1, 3); count > 0; count--)
            Once(ItemGroup.Laboratory, _random.Below(2), 390);
        Once(ItemGroup.Examination, _random.Below(2), 570);
        if (_random.Percent(40))
            Once(ItemGroup.Treatment, 1, 630);
    }

    private void Operate()
    {
        Once(ItemGroup.Operation, OperationDay, 540);
        for (var count = _random.Between(1, 2); count > 0; count--)
            Once(ItemGroup.Consumable, OperationDay, 545);
    }

    private void Medicate()
    {
        for (var count = _random.Between(1, 3); count > 0; count--)
        {
            if (Choose(ItemGroup.Drug) is not { } drug)
                return;
            var twice = _random.Percent(35);
            var order = Order(drug, longTerm: true, twice ? "bid" : "qd", minutesAfterAdmission: 25);
            var lastDay = _random.Percent(12) ? _random.Between(2, 6) : OpenEnd;
            _lines.Add(new PlannedLine(drug, twice ? 2 : 1, 0, lastDay, 510 + (count * 3)) { OrderId = order.Id });
        }
    }

    /// <summary>A newborn's care is billed in the mother's encounter, under its own number.</summary>
    private void CareForInfant()
    {
        if (_formulary.Usual(ItemGroup.Nursing, _patient.Sex) is { } care)
            _lines.Add(new PlannedLine(care, 1, OperationDay + 1, OpenEnd, 6) { Automatic = true, InfantNo = AdmissionStory.InfantNo });
    }

    private void Once(ItemGroup group, int day, int minute)
    {
        if (Choose(group) is not { } item)
            return;
        var order = Order(item, longTerm: false, frequency: null, minutesAfterAdmission: 22);
        _lines.Add(new PlannedLine(item, 1, day, day, minute) { OrderId = order.Id });
    }

    /// <summary>An item that the patient does not have yet.</summary>
    private CatalogueItem? Choose(ItemGroup group) =>
        _formulary.Pick(_random, group, _patient.Sex) is { } item && _items.Add(item.Code) ? item : null;

    private Order Order(CatalogueItem item, bool longTerm, string? frequency, int minutesAfterAdmission)
    {
        var order = new Order
        {
            Id = _writer.NextOrderId(),
            Kind = item.Kind switch { "药品" => OrderKind.Drug, "耗材" => OrderKind.Consumable, _ => OrderKind.Service },
            ItemCode = item.Code,
            ItemName = item.Name,
            LongTerm = longTerm,
            Dose = item is { Strength: { } strength, StrengthUnit: { } unit } ? new Quantity(strength, unit) : null,
            Route = item.Kind == "药品" ? "po" : null,
            Frequency = frequency,
            Quantity = new Quantity(1, item.Unit ?? SimulatedPrices.DefaultUnit),
            StartAt = _patient.AdmittedAt.AddMinutes(minutesAfterAdmission),
            Department = _writer.Department,
            Doctor = _writer.Doctor,
        };
        _orders.Add(order);
        return order;
    }
}
