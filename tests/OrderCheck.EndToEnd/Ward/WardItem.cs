namespace OrderCheck.EndToEnd.Ward;

/// <param name="Kind">药品, 饮片, 项目 or 耗材.</param>
/// <param name="Price">Yuan a unit; empty where the hospital has none.</param>
internal sealed record WardItem(string Code, string Name, string Kind, string Unit, string Price);
