namespace OrderCheck.Core.Hospitals;

/// <summary>The rows a dictionary is made of, as read.</summary>
internal sealed class DictionaryRows
{
    public List<ItemMapping> Items { get; } = [];
    public List<ItemPrice> Prices { get; } = [];
    public List<OrderCharge> OrderCharges { get; } = [];
    public List<RouteCharge> RouteCharges { get; } = [];
    public List<StaffMember> Staff { get; } = [];
    public List<DepartmentMapping> Departments { get; } = [];
    public List<UnitConversion> Units { get; } = [];

    /// <summary>By item code, or "*".</summary>
    public Dictionary<string, Rounding> Rounding { get; } = [];
}
