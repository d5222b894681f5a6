using OrderCheck.Core.Charges;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Checks;

/// <summary>The other items of the row that is applied, around the judged line's moment, used by the same person.</summary>
internal sealed class OtherUse : OtherFacts
{
    private const string SamePrescription = "同一处方";

    private readonly Release _release;
    private readonly TimeZoneInfo _zone;
    private readonly Timelines _timelines;
    private readonly HerbPrescription _prescription;
    private readonly Surroundings _around;
    private readonly IncisionPrices _incisions;
    private readonly OrderedOtherwise _orders;
    private JudgedLine? _line;
    private RelationRow? _row;
    private Party? _counterpart;
    private bool _fromOtherSide;

    public OtherUse(Release release, HospitalDictionary dictionary, Timelines timelines, HerbPrescription prescription)
    {
        (_release, _zone, _timelines, _prescription) = (release, dictionary.Hospital.TimeZone, timelines, prescription);
        _around = new Surroundings(_zone, timelines);
        _incisions = new IncisionPrices(dictionary, timelines, _around);
        _orders = new OrderedOtherwise(release, dictionary, timelines);
    }

    public override Party? Counterpart => _counterpart;

    internal override bool FromOtherSide => _fromOtherSide;

    public void Set(JudgedLine line, DateTimeOffset at, int day)
    {
        _line = line;
        _around.Set(line, at, day);
    }

    /// <summary>The row that is applied next; one that is about its own item alone has no others.</summary>
    public void Set(KnowledgeRow row) => (_row, _counterpart, _fromOtherSide) = (row as RelationRow, null, row is RelationRow { FromOtherSide: true });

    public override bool Within(string window)
    {
        if (_row is not { } row)
            return false;
        if (window == SamePrescription)
            return (_counterpart = _prescription.Find(row.Others)) is not null;
        var span = _around.Window(window, row.WindowDays);
        var matches = _around.Of(row.Others);
        while (matches.MoveNext())
        {
            if (Found(matches, span, _around.PlanUpTo))
                return true;
        }
        return false;
    }

    public override bool? Missing(string window)
    {
        if (_row is not { } row)
            return false;
        var span = _around.Window(window, row.WindowDays);
        foreach (var key in _around.Of(row.Others))
        {
            // What is planned for a later day is there too: the two need not come at once.
            if (_around.TryFind(key, span, int.MaxValue, out _))
                return false;
        }
        if (_timelines.HasUncoded)
            return null;
        _counterpart = new Party(null, null, row.Others is [{ IsPrefix: false } only] ? only.Code : null, row.OthersName, null);
        return true;
    }

    public override decimal? Quantity(string window)
    {
        if (_row is not { } row)
            return 0;
        var span = _around.Window(window, row.WindowDays);
        decimal? sum = 0;
        _counterpart = null;
        var matches = _around.Of(row.Others);
        while (matches.MoveNext())
        {
            sum += _around.Sum(matches.Current, span, int.MaxValue);
            _ = _counterpart is not null || Found(matches, span, int.MaxValue);
        }
        return sum;
    }

    public override decimal? OwnQuantity(string window) =>
        _around.Sum(_around.Line, _around.Window(window, _row?.WindowDays ?? 0), _around.PlanUpTo);

    public override int Kinds(string window)
    {
        if (_row is not { } row)
            return 0;
        var (span, count) = (_around.Window(window, row.WindowDays), 0);
        var matches = _around.Of(row.Others);
        while (matches.MoveNext())
        {
            if (count == 0 ? Found(matches, span, _around.PlanUpTo) : _around.TryFind(matches.Current, span, _around.PlanUpTo, out _))
                count++;
        }
        return count;
    }

    public override string Names(string window)
    {
        if (_row is not { } row)
            return "";
        var span = _around.Window(window, row.WindowDays);
        var names = new List<string>();
        var matches = _around.Of(row.Others);
        while (matches.MoveNext())
        {
            if (_around.TryFind(matches.Current, span, _around.PlanUpTo, out var use))
                names.Add(NameOf(matches.Current, use, matches.Name));
        }
        return string.Join('、', names);
    }

    public override bool OwnOrder => _line is null || _orders.HasOwnOrder(_line, _around.DayNumber);

    public override bool? OrderedInstead
    {
        get
        {
            if (_line is null || _row is not SwapPair swap)
                return false;
            var instead = _orders.IsOrderedInstead(_line, swap, _around.DayNumber);
            _counterpart = _orders.Ordered;
            return instead;
        }
    }

    public override bool? UndiscountedWithin(string window)
    {
        if (_line is null || _row is not IncisionGroup group)
            return false;
        var undiscounted = _incisions.AnyUndiscounted(_line, group, _around.Window(window, group.WindowDays));
        if (_incisions.Dearest is { } other)
        {
            var use = _incisions.Use;
            _counterpart = PartyOf(other, new TimedUse(use.At, use.Day, use.Quantity, use.OrderId), group.GroupName);
            _fromOtherSide = _incisions.OwnIsDearer;
        }
        return undiscounted;
    }

    public override decimal? OwnPriceShare =>
        _line is { Charge: { } charge } ? _incisions.ShareOf(_line.Line.ItemCode, _around.Day, charge.Quantity, charge.Amount) : null;

    private bool Found(in Surroundings.Matches matches, in UseWindow span, int planUpTo)
    {
        if (!_around.TryFind(matches.Current, span, planUpTo, out var use))
            return false;
        _counterpart = PartyOf(matches.Current, use, matches.Name);
        return true;
    }

    private Party PartyOf(UseKey key, in TimedUse use, string name) =>
        new(use.OrderId, null, key.ItemCode, NameOf(key, use, name), _zone.Local(new DateTimeOffset(use.At, TimeSpan.Zero)));

    private string NameOf(UseKey key, in TimedUse use, string name) =>
        _release.Catalogue.FindItem(key.ItemCode, DateOnly.FromDayNumber(use.Day))?.Name ?? name;
}
