using OrderCheck.Core.Encounters;
using OrderCheck.Core.Grouping;

namespace OrderCheck.Core.Tests.Grouping;

/// <summary>Cases that read like a front page: <c>Inpatient.Male(62).With("B01").Operated("b.1")</c>.</summary>
internal static class Inpatient
{
    public static GroupingCase Male(int age) => new([], []) { Sex = Sex.Male, AgeYears = age };

    public static GroupingCase Female(int age) => new([], []) { Sex = Sex.Female, AgeYears = age };

    public static GroupingCase Newborn(int days, int? grams) =>
        new([], []) { Sex = Sex.Male, AgeYears = 0, AgeDays = days, BirthWeightGrams = grams };

    public static GroupingCase With(this GroupingCase patient, params string[] diagnoses) => patient with { Diagnoses = [.. diagnoses] };

    public static GroupingCase Operated(this GroupingCase patient, params string[] procedures) => patient with { Procedures = [.. procedures] };

    public static GroupingCase Staying(this GroupingCase patient, int days) => patient with { StayDays = days };
}
