namespace OrderCheck.Core.Hospitals;

/// <summary>A medical institution (医疗机构) of this installation.</summary>
/// <param name="Code">NHSA fixmedins_code.</param>
/// <param name="Level">1 一级, 2 二级, 3 三级; null if not graded.</param>
/// <param name="Type">综合, 专科, 中医, 基层; null if not known.</param>
/// <param name="TimeZone">Days, weeks and months of every rule are this zone's.</param>
public sealed record Hospital(string Code, string Name, int? Level, string? Type, TimeZoneInfo TimeZone)
{
    public const string DefaultTimeZoneId = "Asia/Shanghai";

    /// <summary>Name of the region profile that says which scheme groups its cases; "" if none.</summary>
    public string Region { get; init; } = "";

    /// <summary>
    /// The zone of that IANA id. A machine without zone data still knows China's: UTC+8 without summer time, as the law
    /// has it since 1992.
    /// </summary>
    /// <exception cref="TimeZoneNotFoundException">Another zone that this machine does not know.</exception>
    public static TimeZoneInfo FindTimeZone(string id)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
            return zone;
        return id == DefaultTimeZoneId
            ? TimeZoneInfo.CreateCustomTimeZone(id, TimeSpan.FromHours(8), id, id)
            : throw new TimeZoneNotFoundException($"Time zone {id} is not known on this machine.");
    }
}
