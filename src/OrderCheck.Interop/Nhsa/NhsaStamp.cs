using OrderCheck.Core.Regions;

namespace OrderCheck.Interop.Nhsa;

/// <summary>When a body came and is answered, and in what characters.</summary>
/// <param name="Received">refmsg_time, in the hospital's zone as written.</param>
/// <param name="Responded">respond_time.</param>
/// <param name="Charset">As the caller declared it: the answer is written in the same; null: UTF-8.</param>
/// <param name="PanelUrl">output.ordercheck.panel_url; null where no panel is configured.</param>
/// <param name="Names">What the caller's region calls the members of answers; null where it is not known who calls: as NHSA does.</param>
public sealed record NhsaStamp(DateTimeOffset Received, DateTimeOffset Responded, TimeZoneInfo Zone, string? Charset = null, string? PanelUrl = null, FieldRenames? Names = null);
