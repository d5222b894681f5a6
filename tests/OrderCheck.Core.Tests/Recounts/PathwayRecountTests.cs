using CsCheck;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Tests.Checks;
using Xunit;
using static OrderCheck.Core.Tests.Rules.RandomFacts;

namespace OrderCheck.Core.Tests.Recounts;

/// <summary>Clinical pathways: what was omitted, not needed and outside a closed list, against a calendar kept by hand.</summary>
public sealed class PathwayRecountTests
{
    private const string Header = "item_code,item_name,pathway,counted_from,from_day,to_day,need,each_day,controllable,also_items";

    private static readonly Rulebook Required = Rulebook.With(
        ("pathways", "pathway,name,operations,enrolled_by\nP,路径,53,事件\n"),
        ("pathway_items", $"""
            {Header}
            {Items.Nursing},护理,P,入院,1,2,必选,,是,
            {Items.Monitor},监测,P,入院,2,4,必选,是,是,{Items.Oxygen}
            {Items.Infusion},输液,P,手术,-1,1,必选,,是,
            {Items.Acupuncture},针刺,P,手术,1,2,必选,是,否,

            """));

    private static readonly Rulebook Lists = Rulebook.With(
        ("pathways", "pathway,name,operations,enrolled_by\nP,路径,53,事件\n"),
        ("pathway_items", $"""
            {Header}
            XB01*,抗栓药,P,入院,2,4,不需要,,是,
            {Items.Aspirin},阿司匹林,P,入院,3,5,可选,,是,
            {Items.Vitamin},维生素C,P,手术,0,1,不需要,,否,
            XN02*,镇痛药,P,入院,1,9,限所列,,是,
            {Items.Paracetamol},对乙酰氨基酚,P,手术,0,0,可选,,是,

            """));

    /// <summary>On the pathway from a day and hour, to noon of a day, completed or not; day 0: never.</summary>
    private static readonly Gen<(int Day, int Hour, int Left, bool Completed)> Courses = Gen.Select(Gen.Int[0, 4], OneOf(8, 18), Gen.Int[0, 6], Gen.Bool);

    [Fact]
    public void Required_items_that_were_not_done_are_found_where_a_calendar_finds_them() =>
        Gen.Select(
            Courses, Gen.Int[0, 5], Gen.Select(Gen.Int[0, 4], Gen.Int[0, 7], Gen.Int[0, 3]).Array[0, 10], Gen.Select(Gen.Int[0, 4], Gen.Int[1, 5], Gen.Int[1, 3]).Array[0, 2],
            Gen.Int[0, 4], Gen.Int[1, 7]).Sample((course, operated, charged, ordered, away, audit) =>
    {
        string[] items = [Items.Nursing, Items.Monitor, Items.Infusion, Items.Acupuncture, Items.Oxygen];
        var charges = charged.Select(line => Billed.Line(items[line.Item1], 1, line.Item2)).ToList();
        charges.AddRange(charges.Where((_, place) => charged[place].Item3 == 0).Select(charge => Billed.Refund(charge, 1)).ToList());
        var orders = ordered.Select((line, place) => Ordered.Service(items[line.Item1], line.Item2, frequency: "qd", days: line.Item3) with { Id = $"A{place}" }).ToArray();
        var patient = On(Inpatient.Male(50), course, operated).Signed(orders).Charged([.. charges]);
        if (away > 0)
        {
            patient = patient.With(new LeaveStarted("回家") { Id = "away", OccurredAt = When.Day(away, 20) })
                .With(new LeaveEnded { Id = "back", OccurredAt = When.Day(away + 2, 8) });
        }

        bool Used(int day, params string[] codes) => codes.Any(code =>
            new NaiveDays([.. charges.Where(charge => charge.ItemCode == code)]).Used.Contains(day) || orders.Any(order => order.ItemCode == code && NaivePlan.Days(order).Contains(day)));
        bool Here(int day) => day >= 1 && !(away > 0 && day == away + 1);
        // Up to the end of a day that has passed; the audit is at 18 o'clock of its day.
        bool On1(int day) => course.Day > 0 && (course.Day < day || (course.Day == day && course.Hour <= 18))
            && !(course.Left > 0 && Left(course) is var left && (left < day || (left == day && !course.Completed)));
        bool Due(int from, int to) => to <= audit && On1(to) && Enumerable.Range(from, to - from + 1).Any(Here);
        string Once(string said, int from, int to, params string[] codes) =>
            Due(from, to) && !Enumerable.Range(from, to - from + 1).Any(day => Used(day, codes)) ? said : "";
        string Daily(string name, int from, int to, Func<int, string> said, params string[] codes) =>
            string.Join('、', Enumerable.Range(from, to - from + 1).Where(day => Due(day, day) && !Used(day, codes)).Select(said)) is { Length: > 0 } days ? $"{name}（{days}）" : "";

        var byDay = Joined(Once("护理（住院第1～2天）", 1, 2, Items.Nursing), Daily("监测", 2, 4, day => $"住院第{day}天", Items.Monitor, Items.Oxygen));
        var around = operated == 0 ? null : Once("输液（术前1天至术后第1天）", operated - 1, operated + 1, Items.Infusion);
        var beyond = operated == 0 ? null : Daily("针刺", operated + 1, operated + 2, day => $"术后第{day - operated}天", Items.Acupuncture);
        var onAtLast = On1(audit);

        var found = patient.Auditing(Required, audit);

        var has = course.Day > 0;
        var all = Joined(byDay, around ?? "");
        Assert.Equal(has && all.Length > 0 ? all : null, Omitted(found, "required-on-the-pathway-not-done"));
        Assert.Equal(has && all.Length == 0 && around is null && onAtLast, Blind(found, "required-on-the-pathway-not-done"));
        Assert.Equal(has && beyond is { Length: > 0 } ? beyond : null, Omitted(found, "required-on-the-pathway-not-done-beyond-control"));
        Assert.Equal(has && beyond is null && onAtLast, Blind(found, "required-on-the-pathway-not-done-beyond-control"));
        Assert.Equal(has && course is { Left: > 0, Completed: false }, found.Findings.Any(finding => finding.Rule == "left-the-pathway-without-a-reason"));
    });

    [Fact]
    public void What_is_not_needed_or_outside_a_closed_list_is_found_where_a_calendar_finds_it() =>
        Gen.Select(Courses, Gen.Int[0, 5], Gen.Int[0, 4], Gen.Int[1, 6], OneOf(6, 13, 23)).Sample((course, operated, item, day, hour) =>
    {
        string[] items = [Items.Aspirin, Items.Clopidogrel, Items.Vitamin, Items.Paracetamol, Items.Nursing];
        var on = course.Day > 0 && When.Day(course.Day, course.Hour) <= When.Day(day, hour) && !(course.Left > 0 && When.Day(Left(course), 12) <= When.Day(day, hour));
        var notNeeded = on && day is >= 2 and <= 4 && (item == 1 || (item == 0 && day == 2));
        var operatedOn = operated > 0 ? day - operated : (int?)null;

        var found = On(Inpatient.Male(50), course, operated).OrderingAt(When.Day(day, hour), Lists, Ordered.Drug(items[item], day) with { StartAt = When.Day(day, hour) });

        Assert.Equal(notNeeded, Has(found, "not-needed-on-the-pathway"));
        Assert.Equal(on && item == 2 && operatedOn is 0 or 1 && on && item == 2, Has(found, "not-needed-on-the-pathway-beyond-control"));
        Assert.Equal(on && item == 2 && operatedOn is null, Blind(found, "not-needed-on-the-pathway-beyond-control"));
        Assert.Equal(on && item == 3 && operatedOn is { } there && there != 0, Has(found, "outside-the-pathways-closed-list"));
        Assert.Equal(on && item == 3 && operatedOn is null, Blind(found, "outside-the-pathways-closed-list"));
    });

    /// <summary>Leaving comes after entering.</summary>
    private static int Left((int Day, int Hour, int Left, bool Completed) course) => course.Day + course.Left;

    private static Inpatient On(Inpatient patient, (int Day, int Hour, int Left, bool Completed) course, int operated)
    {
        if (course.Day > 0)
            patient = patient.With(new PathwayEntered("P", null) { Id = "enter", OccurredAt = When.Day(course.Day, course.Hour) });
        if (course is { Day: > 0, Left: > 0 })
            patient = patient.With(new PathwayLeft("P", course.Completed, null) { Id = "leave", OccurredAt = When.Day(Left(course), 12) });
        return operated == 0 ? patient : patient.With(new ProcedureRecorded("53.0000", "疝修补术", true, null) { Id = "op", OccurredAt = When.Day(operated, 9) });
    }

    private static string Joined(params string[] texts) => string.Join('、', texts.Where(text => text.Length > 0));

    private static string? Omitted(CheckAnswer answer, string rule) =>
        answer.Findings.SingleOrDefault(finding => finding.Rule == rule && !finding.Undetermined)?.Message.Split('：', 2)[1];

    private static bool Has(CheckAnswer answer, string rule) => answer.Findings.Any(finding => finding.Rule == rule && !finding.Undetermined);

    private static bool Blind(CheckAnswer answer, string rule) => answer.Blind.Any(blind => blind.Rule == rule);
}
