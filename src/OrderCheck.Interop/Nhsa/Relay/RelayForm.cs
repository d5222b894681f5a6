using OrderCheck.Core.Regions;

namespace OrderCheck.Interop.Nhsa.Relay;

/// <summary>How answers look in a hospital's region.</summary>
/// <param name="Names">What the region calls their members.</param>
/// <param name="OffendingRole">vola_item_type of the offending item.</param>
/// <param name="Additive">Whether clients take members that the specification does not have.</param>
public sealed record RelayForm(FieldRenames Names, SeverityOrder Severities, string OffendingRole, bool Additive)
{
    public static RelayForm National { get; } = new(FieldRenames.None, SeverityOrder.National, "1", true);

    /// <summary>The members that the relay writes, or puts something else into.</summary>
    internal RowFields Fields => RowFields.Of(Names);

    public static RelayForm Of(RegionProfile region) => new(
        region.Renames,
        SeverityOrder.Of(region),
        region.CodeOf(NhsaTables.ItemRole, RegionWords.Offender) ?? "1",
        Additive: !region.Strict);
}
