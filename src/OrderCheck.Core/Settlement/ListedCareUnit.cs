namespace OrderCheck.Core.Settlement;

/// <summary>One time in intensive care. Null: not filled in.</summary>
/// <param name="Unit">scs_cutd_ward_type (重症监护病房类型), such as CCU, NICU, ICU.</param>
/// <param name="EnteredAt">scs_cutd_inpool_time.</param>
/// <param name="LeftAt">scs_cutd_exit_time.</param>
public sealed record ListedCareUnit(string Unit, DateTimeOffset? EnteredAt, DateTimeOffset? LeftAt);
