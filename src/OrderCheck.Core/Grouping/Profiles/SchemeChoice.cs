namespace OrderCheck.Core.Grouping.Profiles;

/// <summary>A region's word on which scheme groups whom: one row of grouping/profiles.csv.</summary>
/// <param name="Region">The region profile's name.</param>
/// <param name="Insurance">职工, 居民, …; <see cref="AnyInsurance"/> for those that no row of their own has.</param>
/// <param name="Scheme">A scheme's folder under grouping/.</param>
/// <param name="From">First day of discharge.</param>
/// <param name="To">Last day of discharge; null while it is in force.</param>
public sealed record SchemeChoice(string Region, string Insurance, string Scheme, DateOnly From, DateOnly? To)
{
    public const string AnyInsurance = "*";

    public bool Covers(DateOnly discharge) => From <= discharge && (To is null || discharge <= To);

    public bool Overlaps(SchemeChoice other) =>
        Region == other.Region && Insurance == other.Insurance && (other.To is null || From <= other.To) && (To is null || other.From <= To);
}
