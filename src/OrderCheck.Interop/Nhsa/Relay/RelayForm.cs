using OrderCheck.Core.Regions;

namespace OrderCheck.Interop.Nhsa.Relay;

/// <summary>How answers look in a hospital's region.</summary>
/// <param name="OffendingRole">vola_item_type of the offending item.</param>
/// <param name="Additive">Whether clients take members that the specification does not have.</param>
public sealed record RelayForm(RowFields Fields, SeverityOrder Severities, string OffendingRole, bool Additive)
{
    public static RelayForm National { get; } = new(RowFields.National, SeverityOrder.National, "1", true);

    public static RelayForm Of(RegionProfile region) => new(
        new RowFields(region.Renames.Of),
        SeverityOrder.Of(region),
        region.CodeOf(NhsaTables.ItemRole, RegionWords.Offender) ?? "1",
        Additive: !region.Strict);
}
