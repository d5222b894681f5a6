namespace OrderCheck.Core.Knowledge;

/// <summary>
/// An operation of an incision group (同一切口手术组): of several in one operation, the second and later ones are charged at a
/// share of the price.
/// </summary>
public sealed class IncisionGroup : GroupedRow
{
    /// <summary>The parameter that holds where a row gives no rate.</summary>
    internal const string RateParameter = "second_operation_percent";

    public required string GroupName { get; init; }

    /// <summary>Percent of the price for the second and later operations.</summary>
    public required decimal Rate { get; init; }

    internal override string Group => GroupName;

    internal override string Agreement => "";

    internal override bool MayBeAlone => true;

    internal override string Sameness => $"{GroupName}|{Rate}";
}
