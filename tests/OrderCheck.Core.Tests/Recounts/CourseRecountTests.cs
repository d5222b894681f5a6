using CsCheck;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Tests.Checks;
using OrderCheck.Core.Tests.Patients;
using Xunit;
using static OrderCheck.Core.Tests.Rules.RandomFacts;

namespace OrderCheck.Core.Tests.Recounts;

/// <summary>Course (distinct days, span, interval) and totals per stay and year, with the patient's other encounters, against a recount of the raw charges.</summary>
public sealed class CourseRecountTests
{
    private const string Item = Items.Infusion;
    private const string Other = Items.Moxibustion;

    private static readonly Rulebook Courses = Rulebook.With(("course_limits", $"""
        item_code,max_days,max_span_days,min_interval_days,scope,period_days
        {Item},4,,,单次住院,
        {Item},,6,,单次住院,
        {Item},,,3,单次住院,
        {Item},3,,,周期,10

        """));

    private static readonly Rulebook Totals = Rulebook.With(
        ("total_limits", $"item_code,max_amount,window,combined_items,combined_name\n{Item},90,单次住院,,\n{Item},150,年,{Other},合计\n"));

    private static readonly Gen<(int Day, int Hour, int Quantity)[]> Lines = Gen.Select(Gen.Int[1, 14], OneOf(0, 10, 23), Gen.Int[1, 3]).Array[0, 7];

    /// <summary>Days before this admission, some of them in the year before.</summary>
    private static readonly Gen<int[]> Earlier = Gen.Int[-90, 0].Array[0, 4];

    [Fact]
    public void Distinct_days_span_and_interval_are_found_where_a_recount_finds_them() => Gen.Select(Lines, Gen.Int[1, 14], Gen.Int[0, 3]).Sample((lines, day, refund) =>
    {
        var charges = Charges(Item, lines, refund);
        var probe = Billed.Line(Item, 1, day);
        var used = new NaiveDays([.. charges, probe]).Used;
        var earlier = used.Where(other => other < day).ToList();

        var rules = Rules(Inpatient.Male(62).Charged([.. charges]).Charging(Courses, probe));

        Assert.Equal(used.Count > 4, rules.Contains("course-days-in-a-stay"));
        Assert.Equal(day - used[0] + 1 > 6, rules.Contains("course-span"));
        Assert.Equal(earlier.Count > 0 && day - earlier[^1] < 3, rules.Contains("course-interval"));
        Assert.Equal(used.Count(other => other > day - 10 && other <= day) > 3, rules.Contains("course-days-in-a-period"));
    });

    [Fact]
    public void With_other_encounters_a_day_counts_once_and_a_use_elsewhere_breaks_the_interval() =>
        Gen.Select(Lines, Gen.Int[1, 9], Gen.Int[-8, 9].Array[0, 4]).Sample((lines, day, elsewhere) =>
    {
        var charges = Charges(Item, lines, refund: 9);
        var probe = Billed.Line(Item, 1, day);
        var visits = elsewhere.Distinct().Select((visited, place) => Visited.Outpatient($"M{place}", visited).Charged(Item, 1, visited)).ToArray();
        var own = new NaiveDays([.. charges, probe]).Used;
        var all = own.Union(elsewhere).ToList();
        int Since(IEnumerable<int> days) => days.Where(other => other < day).Select(other => day - other).DefaultIfEmpty(999).Min();
        var sinceAny = Math.Min(Since(own), elsewhere.Where(other => other <= day).Select(other => day - other).DefaultIfEmpty(999).Min());
        int InPeriod(IEnumerable<int> days) => days.Count(other => other > day - 10 && other <= day);

        var rules = Rules(Inpatient.Male(62).Charged([.. charges]).Knowing(visits).Charging(Courses, probe));

        Assert.Equal(InPeriod(own) <= 3 && InPeriod(all) > 3, rules.Contains("course-days-in-a-period-over-encounters"));
        Assert.Equal(Since(own) >= 3 && sinceAny < 3, rules.Contains("course-interval-over-encounters"));
    });

    [Fact]
    public void Amounts_per_stay_and_calendar_year_are_found_where_a_recount_finds_them() =>
        Gen.Select(Lines, Lines, Earlier, Gen.Int[1, 14], Gen.Int[0, 3]).Sample((lines, others, elsewhere, day, refund) =>
    {
        var (charges, shared) = (Charges(Item, lines, refund), Charges(Other, others, refund));
        var probe = Billed.Line(Item, 1, day);
        var visits = elsewhere.Select((visited, place) => (Line: Billed.Line(place % 2 == 0 ? Item : Other, 2, visited), Visit: Visited.Outpatient($"M{place}", visited))).ToArray();
        var patient = Inpatient.Male(62).Charged([.. charges, .. shared]).Knowing([.. visits.Select(visit => visit.Visit.Charged(visit.Line))]);
        bool ThisYear(DateOnly date) => date.Year == When.Date(day).Year;
        var ofYear = new NaiveDays([.. charges, .. shared, .. visits.Select(visit => visit.Line), probe]).Yuan(ThisYear);

        var rules = Rules(patient.Charging(Totals, probe));

        Assert.Equal(new NaiveDays([.. charges, probe]).Yuan(_ => true) > 90, rules.Contains("amount-over-total-in-a-stay"));
        Assert.Equal(ofYear > 150, rules.Contains("amount-over-total-in-a-year"));
    });

    private static HashSet<string> Rules(CheckAnswer answer) => [.. answer.Findings.Where(finding => !finding.Undetermined).Select(finding => finding.Rule)];

    /// <summary>Ten yuan a piece; every fourth is taken back, wholly.</summary>
    private static List<Charge> Charges(string item, (int Day, int Hour, int Quantity)[] lines, int refund)
    {
        var charges = lines.Select(line => Billed.Line(item, line.Quantity, When.Day(line.Day, line.Hour))).ToList();
        charges.AddRange(charges.Where((_, place) => place % 4 == refund).Select(charge => Billed.Refund(charge, charge.Quantity)).ToList());
        return charges;
    }
}
