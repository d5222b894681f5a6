using System.Collections.Immutable;
using OrderCheck.Core.Encounters;

namespace OrderCheck.Core.Grouping;

/// <summary>What a grouping rests on: the front page of one case, coded. What is unknown is null, never 0.</summary>
/// <param name="Diagnoses">The principal diagnosis first; insurance-edition (医保版) or clinical-edition (国临版) codes.</param>
/// <param name="Procedures">The principal procedure first; empty where nothing was done.</param>
public sealed record GroupingCase(ImmutableArray<string> Diagnoses, ImmutableArray<string> Procedures)
{
    public Sex Sex { get; init; }

    /// <summary>NL: completed years at admission.</summary>
    public int? AgeYears { get; init; }

    /// <summary>XSRTL: days since birth at admission; needed under one year.</summary>
    public int? AgeDays { get; init; }

    /// <summary>XSRTZ: grams at birth; needed under 29 days.</summary>
    public int? BirthWeightGrams { get; init; }

    /// <summary>ZYTS: length of stay in days; needed where a city splits on it.</summary>
    public int? StayDays { get; init; }
}
