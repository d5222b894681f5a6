using OrderCheck.Cli.Nhsa.Points;
using Xunit;

namespace OrderCheck.Cli.Tests.Nhsa;

public sealed class CourseWordingTests
{
    [Theory]
    [InlineData("限新发的急性缺血性脑卒中患者在发作48小时内开始使用，支付不超过14天。", 14)]
    [InlineData("限二级及以上医疗机构脑梗死恢复期患者，单次住院最多支付14天。", 14)]
    [InlineData("住院方可支付，单次支付不超过3天。", 3)]
    [InlineData("限以下情况方可支付，且支付不超过12个月：1.HER2阳性", 365)]
    [InlineData("支付不超过一年，每周最多支付一次。", 365)]
    [InlineData("总时间不超过90天，评定间隔时间不短于14天。", 90)]
    [InlineData("支付不超过6个月。", 180)]
    public void The_longest_course_is_read_in_days(string text, int days) => Assert.Equal(days, CourseWording.FindLongest(text));

    [Fact]
    public void A_sentence_without_an_end_has_no_longest_course() => Assert.Null(CourseWording.FindLongest("限发作48小时内开始使用。"));

    [Fact]
    public void An_interval_is_read_in_days() => Assert.Equal(14, CourseWording.FindInterval("总时间不超过90天，评定间隔时间不短于14天。"));

    [Fact]
    public void Times_a_week_are_read() => Assert.Equal(1, CourseWording.FindTimesAWeek("支付不超过一年，每周最多支付一次。"));
}
