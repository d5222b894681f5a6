using System.Collections.Frozen;
using OrderCheck.Core.Amounts;
using OrderCheck.Core.Orders;

namespace OrderCheck.Core.Hospitals;

/// <summary>A hospital's own codes, prices and maps: one number of its stream, effective-dated. Immutable.</summary>
public sealed class HospitalDictionary
{
    private readonly FrozenDictionary<string, ItemMapping[]> _items;
    private readonly FrozenDictionary<string, ItemPrice[]> _prices;
    private readonly FrozenDictionary<string, OrderCharge[]> _orderCharges;
    private readonly FrozenDictionary<string, RouteCharge[]> _routeCharges;
    private readonly FrozenDictionary<string, StaffMember[]> _staff;
    private readonly FrozenDictionary<string, DepartmentMapping[]> _departments;
    private readonly UnitTable _units;
    private readonly FrozenDictionary<string, Rounding> _rounding;

    internal HospitalDictionary(Hospital hospital, long number, DictionaryRows rows)
    {
        Hospital = hospital;
        Number = number;
        _items = Index(rows.Items, row => row.HospitalCode);
        _prices = Index(rows.Prices, row => row.ItemCode);
        _orderCharges = Index(rows.OrderCharges, row => row.OrderCode);
        _routeCharges = Index(rows.RouteCharges, row => row.Route);
        _staff = Index(rows.Staff, row => row.Code);
        _departments = Index(rows.Departments, row => row.Code);
        _units = new UnitTable(rows.Units);
        _rounding = rows.Rounding.ToFrozenDictionary(pair => pair.Key, pair => pair.Value);
    }

    public Hospital Hospital { get; }

    /// <summary>Position in the hospital's dictionary stream; 0 where nothing was put in yet.</summary>
    public long Number { get; }

    public static HospitalDictionary Empty(Hospital hospital) => new(hospital, 0, new DictionaryRows());

    /// <summary>The catalogue code of the hospital's own; null where it maps to none on that day.</summary>
    public string? MapItem(string hospitalCode, DateOnly day) => Find(_items, hospitalCode, day)?.ItemCode;

    /// <summary>The catalogue's code of what is ordered, on the day on which it begins; null where the hospital's own maps to none.</summary>
    internal string? CodeOf(Order order) =>
        order.ItemCode ?? (order.ItemHospitalCode is { } own ? MapItem(own, Hospital.TimeZone.Day(order.StartAt)) : null);

    /// <summary>Per billed unit; null where the price list says nothing on that day.</summary>
    public Money? PriceOf(string itemCode, DateOnly day) => Find(_prices, itemCode, day)?.Price;

    /// <summary>What an order of that code is billed as; rows out of force are among them, see <see cref="EffectiveRow.InForce"/>.</summary>
    public ReadOnlySpan<OrderCharge> OrderCharges(string orderCode) => _orderCharges.GetValueOrDefault(orderCode);

    /// <summary>What giving by that route is billed as; rows out of force are among them.</summary>
    public ReadOnlySpan<RouteCharge> RouteCharges(string route) => _routeCharges.GetValueOrDefault(route);

    /// <summary>Who the staff code belongs to; null where nobody has it on that day.</summary>
    public StaffMember? FindStaff(string code, DateOnly day) => Find(_staff, code, day);

    /// <summary>The department of the hospital's own code; null where it maps to none on that day.</summary>
    public DepartmentMapping? FindDepartment(string code, DateOnly day) => Find(_departments, code, day);

    /// <summary>The value in another unit; null where no conversion is known.</summary>
    public decimal? Convert(string itemCode, decimal value, string fromUnit, string toUnit) =>
        _units.Convert(itemCode, value, fromUnit, toUnit);

    /// <summary>The item's own rule, else the one for all, else up for each execution.</summary>
    public Rounding RoundingOf(string itemCode) =>
        _rounding.TryGetValue(itemCode, out var own) || _rounding.TryGetValue("*", out own) ? own : Rounding.UpPerExecution;

    private static FrozenDictionary<string, TRow[]> Index<TRow>(IEnumerable<TRow> rows, Func<TRow, string> key) =>
        rows.GroupBy(key, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>Of several rows in force the one that began last: a stream of rows supersedes by adding.</summary>
    private static TRow? Find<TRow>(FrozenDictionary<string, TRow[]> rows, string key, DateOnly day)
        where TRow : EffectiveRow
    {
        TRow? found = null;
        foreach (var row in rows.GetValueOrDefault(key) ?? [])
        {
            if (row.InForce(day) && (found is null || (row.EffectiveFrom ?? DateOnly.MinValue) >= (found.EffectiveFrom ?? DateOnly.MinValue)))
                found = row;
        }
        return found;
    }
}
