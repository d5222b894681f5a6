using System.Runtime.InteropServices;
using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Checks;

/// <summary>The judged line's drug order: its doses, how long it lasts, and the drugs that are used beside it.</summary>
/// <param name="asked">This call's orders.</param>
internal sealed class DrugOrders(
    Release release, HospitalDictionary dictionary, EncounterState state, Timelines timelines, JudgedPlan judged,
    IReadOnlyList<(Order Order, ExpansionResult Expansion)> asked) : DrugFacts
{
    private const decimal HoursOfADay = 24m;

    private JudgedLine? _line;
    private KnowledgeRow? _row;
    private DateTimeOffset _at;
    private int _day;
    private DrugsInUse? _drugs;
    private DrugInUse? _own;
    private Party? _counterpart;

    /// <summary>Made when a row first asks.</summary>
    private DrugsInUse Drugs => _drugs ??= new DrugsInUse(release, dictionary, state, judged, asked);

    public override Party? Counterpart => _counterpart;

    public override string OtherName => _counterpart?.ItemName ?? "";

    public override int? SupplyDays =>
        _line is { Order: { } order } line ? Orders.SupplyDays.Of(order, line.Line, release.Codes, dictionary) : null;

    public void SetLine(JudgedLine line) => (_line, _own, _counterpart) = (line, null, null);

    public void Set(DateTimeOffset at, int day) => (_at, _day) = (at, day);

    /// <summary>The row that is applied next.</summary>
    public void Set(KnowledgeRow row) => (_row, _counterpart) = (row, null);

    public override decimal? SingleDose(string unit) => _line is { Order: { } order } line ? DoseOf(order, line.Line, unit) : null;

    public override decimal? DailyDose(string unit)
    {
        if (_line is not { } line)
            return null;
        if (_row is not { IsPrefix: true } row)
            return DoseOnDay(line.Key, unit);
        var sum = (decimal?)0;
        foreach (var key in timelines.PlannedKeys)
        {
            if (key.InfantNo == line.Key.InfantNo && row.IsFor(key.ItemCode))
                sum += DoseOnDay(key, unit);
        }
        return sum;
    }

    public override bool EveryDay =>
        _line is { Line.IsOrderedItem: true, Order: { SkinTest: false, Frequency: { } code } } && release.Codes.Frequencies.TryGetValue(code, out var frequency)
        && TimesADay(frequency) >= 1;

    /// <summary>Each order once, by what it gives on a whole day, wherever on the day it has an execution.</summary>
    public override decimal? FullDayDose(string unit)
    {
        if (_line is not { } line)
            return null;
        var sum = (decimal?)0;
        foreach (var key in timelines.PlannedKeys)
        {
            if (key.InfantNo == line.Key.InfantNo && (_row is { IsPrefix: true } row ? row.IsFor(key.ItemCode) : key.ItemCode == line.Key.ItemCode))
                sum += FullDayDoseOf(key, unit);
        }
        return sum;
    }

    public override bool SameNameInUse()
    {
        if (_row is not DuplicateLimit row || Own() is not { } own || !row.IsFor(own.Code))
            return false;
        foreach (var other in Drugs.All)
        {
            if (own.CountsBeside(other) && other.Generic == own.Generic && row.IsFor(other.Code) && own.Overlaps(other))
            {
                _counterpart = PartyOf(other);
                return true;
            }
        }
        return false;
    }

    public override int KindsInUse()
    {
        if (_row is not DuplicateLimit row || Own() is not { } own || !row.IsFor(own.Code))
            return 0;
        var (drugs, kinds) = (Drugs.All, 1);
        for (var i = 0; i < drugs.Count; i++)
        {
            if (!IsOther(drugs[i]) || Earlier(i))
                continue;
            _counterpart ??= PartyOf(drugs[i]);
            kinds++;
        }
        return kinds;

        bool IsOther(DrugInUse other) =>
            other.Generic != own.Generic && own.CountsBeside(other) && row.IsFor(other.Code) && other.IsInUse(own, _at.UtcTicks, _day);

        bool Earlier(int index)
        {
            for (var i = 0; i < index; i++)
            {
                if (drugs[i].Generic == drugs[index].Generic && IsOther(drugs[i]))
                    return true;
            }
            return false;
        }
    }

    /// <summary>The judged order among the drugs; null where the line is not the ordered drug itself, or a skin test.</summary>
    private DrugInUse? Own() =>
        _line is { Line.IsOrderedItem: true, Order: { SkinTest: false } order } ? _own ??= Drugs.Find(order) : null;

    private Party PartyOf(DrugInUse drug) => new(drug.Order.Id, null, drug.Code, drug.Name, dictionary.Hospital.TimeZone.Local(drug.Order.StartAt));

    /// <summary>What a dose that nobody knows counts.</summary>
    private decimal? Unknown => KnownPart ? 0 : null;

    private decimal? DoseOnDay(UseKey key, string unit)
    {
        var sum = (decimal?)0;
        foreach (ref readonly var entry in CollectionsMarshal.AsSpan(timelines.PlannedOf(key)))
        {
            if (entry.Use.Day == _day)
                sum += OrderOf(entry.OrderId) is { SkinTest: false } order ? Daily(order, entry.Line, unit) ?? Unknown : 0;
        }
        return sum;
    }

    private decimal? FullDayDoseOf(UseKey key, string unit)
    {
        var (sum, entries) = ((decimal?)0, timelines.PlannedOf(key));
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].Use.Day == _day && !IsAddedBefore(entries, i) && OrderOf(entries[i].OrderId) is { SkinTest: false } order)
                sum += Daily(order, entries[i].Line, unit) * TimesOf(order);
        }
        return sum;
    }

    private bool IsAddedBefore(List<PlannedEntry> entries, int index)
    {
        for (var i = 0; i < index; i++)
        {
            if (entries[i].Use.Day == _day && entries[i].OrderId == entries[index].OrderId)
                return true;
        }
        return false;
    }

    /// <summary>Executions on a whole day; of what is given once, that one.</summary>
    private decimal? TimesOf(Order order) =>
        order.Frequency is not { } code ? 1 : release.Codes.Frequencies.TryGetValue(code, out var frequency) ? Math.Max(1, TimesADay(frequency)) : null;

    private static decimal TimesADay(Frequency frequency) =>
        frequency.EveryHours is { } hours ? Math.Floor(HoursOfADay / hours) : frequency.PeriodDays == 1 ? frequency.Times : 0;

    private decimal? Daily(Order order, ExpectedLine line, string unit) =>
        order.Frequency is { } code && !release.Codes.Frequencies.ContainsKey(code) ? null : DoseOf(order, line, unit);

    private decimal? DoseOf(Order order, ExpectedLine line, string unit)
    {
        if (line.Item is not { } item)
            return null;
        if (line.IsOrderedItem && order.Dose is { } dose)
            return DoseUnits.Convert(item, dictionary, dose.Value, dose.Unit, unit);
        return line is { QuantityKnown: true, Uses: [var first, ..] } ? DoseUnits.OfBilled(item, dictionary, first.Quantity, unit) : null;
    }

    private Order? OrderOf(string id)
    {
        foreach (var (order, _) in asked)
        {
            if (order.Id == id)
                return order;
        }
        return state.Orders.Find(id)?.Order;
    }
}
