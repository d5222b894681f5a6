using OrderCheck.Cli.Nhsa.Points;
using Xunit;

namespace OrderCheck.Cli.Tests.Nhsa;

public sealed class AgeWordingTests
{
    [Theory]
    [InlineData("限2岁至11岁儿童慢性便秘。", "2", "11", "岁")]
    [InlineData("限3-12岁特发性或先天性肺动脉高压患者。", "3", "12", "岁")]
    [InlineData("限5至12岁以下单纯性甲型和乙型流感儿童患者。", "5", "11", "岁")]
    [InlineData("限6-17岁儿童和青少年的注意缺陷多动障碍(ADHD)。", "6", "17", "岁")]
    [InlineData("限3岁及3岁以上伴有症状的儿童患者。", "3", "17", "岁")]
    [InlineData("限3岁及以上儿童的生长激素缺乏症所致的生长缓慢。", "3", "17", "岁")]
    [InlineData("限：1.1岁至14岁儿童哮喘的预防和长期治疗；2.2岁至14岁儿童季节性过敏性鼻炎。", "1", "14", "岁")]
    [InlineData("适用于接受肠外营养的11周岁以下患者维生素缺乏的预防。", "0", "10", "岁")]
    [InlineData("用于1月以上婴儿和儿童的急性腹泻。", "1", "215", "月")]
    public void Ages_in_numbers_are_read_with_both_ends_included(string text, string min, string max, string unit) =>
        Assert.Equal(["", min, max, unit], new AgeWording(childAge: 18).Find(text) ?? []);

    [Theory]
    [InlineData("用于儿童风热型或湿热型丘疹性荨麻疹。疗程3至6天。")]
    [InlineData("限儿童。")]
    [InlineData("1.早产儿、低体重儿；2.各种创伤：如烧伤的小儿。")]
    public void Other_numbers_are_no_ages(string text) => Assert.Null(new AgeWording(childAge: 18).Find(text));

    [Fact]
    public void An_open_range_of_a_childrens_drug_ends_where_childhood_does() =>
        Assert.Equal(["", "3", "13", "岁"], new AgeWording(childAge: 14).Find("限3岁及以上儿童的生长激素缺乏症。") ?? []);
}
