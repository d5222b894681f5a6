using OrderCheck.Core.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Rules;

/// <summary>What continuous integration fails on: allocated bytes, never time.</summary>
[Trait("gate", "allocation")]
public sealed class AllocationTests
{
    private static readonly (string Kind, string Text)[] Knowledge =
    [
        ("sex_limits", $"item_code,sex\n{Folders.Service},女\n"),
        ("age_limits", $"item_code,age_group\n{Folders.Service},老年\n"),
        ("insurance_limits", $"item_code,insurance\n{Folders.Service},职工|居民\n"),
        ("facility_limits", $"item_code,lowest_level,facility_types\n{Folders.Service},2,综合|专科\n"),
        ("visit_limits", $"item_code,allowed_modes\n{Folders.Service},住院\n"),
        ("frequency_limits", $"item_code,max_quantity,window,period_days\n{Folders.Service},1,单日,\n{Folders.Service},24,24小时,\n{Folders.Service},7,周,\n{Folders.Service},31,月,\n{Folders.Service},14,N天,14\n{Folders.Service},90,单次住院,\n"),
        ("course_limits", $"item_code,max_days,max_span_days,min_interval_days,scope,period_days\n{Folders.Service},30,40,1,单次住院,\n{Folders.Service},30,,,周期,365\n"),
        ("exclusive_pairs", $"item_code,other_code,other_name,window\n{Folders.Service},{Folders.OtherService},急诊监护费,单日\n{Folders.Service},{Folders.OtherService},急诊监护费,6小时\n"),
        ("price_ceilings", $"item_code,level,ceiling\n{Folders.Service},,50\n{Folders.Service},3,50\n"),
        ("flags", $"item_code,kind,text,over_price\n{Folders.Service},高值,高值,1000\n"),
    ];

    private static readonly Release Release = Folders.Built(Folders.Starter(Knowledge));

    private static readonly DateOnly Day = new(2026, 3, 1);

    private static readonly RuleFacts Clean = new CaseFacts { OnDayIs = 1, InHoursIs = 1, InDaysIs = 1, InWeekIs = 1, InMonthIs = 1, InStayIs = 1, DaysSinceLastIs = 3, SpanDaysIs = 4 }.Of(Release.CandidatesFor(Folders.Service)[0].Row, facts =>
    {
        facts.Patient.Sex = "女";
        facts.Patient.AgeYears = 62;
        facts.Visit.Mode = "住院";
        facts.Visit.Insurance = "职工";
        facts.Hospital.Level = 3;
        facts.Hospital.Type = "综合";
        facts.Line.UnitPrice = 50;
    });

    private static int Check()
    {
        var found = 0;
        foreach (var candidate in Release.CandidatesFor(Folders.Service))
        {
            if (!candidate.InForce(Day))
                continue;
            Clean.Limit = candidate.Row;
            if (candidate.Rule.MissingInput(Clean) is not null || candidate.Rule.Matches(Clean))
                found++;
        }
        return found;
    }

    [Fact]
    public void Twenty_candidates_with_nothing_to_find_allocate_nothing()
    {
        Assert.True(Release.CandidatesFor(Folders.Service).Length >= 20, $"{Release.CandidatesFor(Folders.Service).Length} candidates");
        Assert.Equal(0, Check());

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
            Check();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
