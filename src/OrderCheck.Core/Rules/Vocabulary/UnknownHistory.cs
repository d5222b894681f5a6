namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>Nothing is known of other encounters.</summary>
internal sealed class UnknownHistory : HistoryFacts
{
    public static readonly UnknownHistory Instance = new();

    public override string? OpenItems => null;

    public override decimal? OnDay() => null;

    public override decimal? InDays(int days) => null;

    public override decimal? InWeek() => null;

    public override decimal? InMonth() => null;

    public override decimal? InYear() => null;

    public override int? DistinctDaysIn(int days) => null;

    public override int? DistinctDaysInYear() => null;

    public override int? DaysSinceLast() => null;

    public override bool? UsedElsewhere(string codes, int days) => null;

    public override decimal? CostInYear() => null;

    public override int? DaysSinceDischarge() => null;

    public override int? DaysSinceDischargeFromDepartment() => null;

    public override int? DaysSinceDischargeFromGroup() => null;

    public override int? DaysSinceDischargeFromGroupOr(string? fallback) => null;

    public override int? DaysSinceDischargeWithDiagnosis() => null;

    public override int? StaysIn(int days) => null;

    public override int? VisitsIn(int days) => null;

    public override int? PurchasesIn(int days) => null;
}
