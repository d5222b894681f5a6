using CsCheck;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Tests.Rules;

/// <summary>The patient's other encounters as plain values, the same in every window; nothing elsewhere where a test says nothing.</summary>
internal sealed class KnownHistory : HistoryFacts
{
    /// <summary>At random, all of it unknown at times.</summary>
    public static Gen<Action<KnownHistory>> AtRandom { get; } = Gen.Select(
        Gen.Int[0, 12], Gen.Int[0, 9], Gen.Int[0, 9], Gen.Bool, Gen.Int[0, 5], Action<KnownHistory> (uses, days, since, used, unknown) => history =>
        {
            history.Uses = unknown == 0 ? null : uses / 2m;
            history.Days = unknown == 0 ? null : days;
            history.Since = unknown == 0 ? null : since;
            history.Used = unknown == 0 ? null : used;
        });

    /// <summary>In the window, with this encounter's.</summary>
    public decimal? Uses { get; set; } = 0;

    /// <summary>With use in the window.</summary>
    public int? Days { get; set; } = 0;

    /// <summary>The last use, and every kind of discharge.</summary>
    public int? Since { get; set; } = Never;

    public bool? Used { get; set; } = false;

    public override string? OpenItems => Used is { } used ? used ? "未结算" : "" : null;

    public override decimal? OnDay() => Uses;

    public override decimal? InDays(int days) => Uses;

    public override decimal? InWeek() => Uses;

    public override decimal? InMonth() => Uses;

    public override decimal? InYear() => Uses;

    public override int? DistinctDaysIn(int days) => Days;

    public override int? DistinctDaysInYear() => Days;

    public override int? DaysSinceLast() => Since;

    public override bool? UsedElsewhere(string codes, int days) => Used;

    public override decimal? CostInYear() => Uses;

    public override int? DaysSinceDischarge() => Since;

    public override int? DaysSinceDischargeFromDepartment() => Since;

    public override int? DaysSinceDischargeFromGroup() => Since;

    public override int? DaysSinceDischargeFromGroupOr(string? fallback) => Since;

    public override int? DaysSinceDischargeWithDiagnosis() => Since;

    public override int? StaysIn(int days) => Days + 1;

    public override int? VisitsIn(int days) => Days;

    public override int? PurchasesIn(int days) => Uses is { } uses ? (int)uses : null;
}
