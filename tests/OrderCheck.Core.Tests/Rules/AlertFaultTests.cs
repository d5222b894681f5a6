using OrderCheck.Core.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Rules;

/// <summary>Alert settings that cannot be read are refused by file, line and column, with what is allowed.</summary>
public sealed class AlertFaultTests
{
    [Theory]
    [InlineData("tiers", "domain,severity,response,tier\nmoeny,*,*,show\n", 2, 1, "'moeny' is not one of *, payment")]
    [InlineData("tiers", "domain,severity,response,tier\n*,grave,*,show\n", 2, 3, "'grave' is not one of *, violation")]
    [InlineData("tiers", "domain,severity,response,tier\n*,*,*,loud\n", 2, 7, "'loud' is not one of interrupt, show, list")]
    [InlineData("tiers", "domain,severity,response,tier\n*,*,,show\n", 2, 5, "the field is empty")]
    [InlineData("tiers", "domain,severity,response,tier,weight\n*,*,*,show,1001\n", 2, 12, "no whole number from 0 to 1000")]
    [InlineData("tiers", "domain,severity,response,tier\npayment,*,*,show\n", 0, 0, "No row is for price, violation, inform")]
    [InlineData("routing", "domain,roles\n*,doctor\n", 2, 1, "'*' is not one of payment")]
    [InlineData("routing", "domain,roles\nsafety,chemist\n", 2, 8, "'chemist' is not one of doctor, nurse, pharmacist, officer")]
    [InlineData("routing", "domain,roles\nsafety,\n", 2, 8, "the field is empty")]
    [InlineData("routing", "domain,roles\nsafety,pharmacist\nsafety,doctor\n", 3, 1, "'safety' is there twice")]
    [InlineData("routing", "domain,family,roles\nconduct,处方权,doctor\n", 2, 9, "'处方权' is no family. It may be 性别")]
    [InlineData("routing", "domain,family,roles\nconduct,科室与资质,doctor\nconduct,,nurse\nconduct,科室与资质,nurse\n", 4, 9, "'科室与资质' of 'conduct' is there twice")]
    [InlineData("cards", "role,max_cards\ndoctor,0\n", 2, 8, "no whole number from 1 to 200")]
    [InlineData("cards", "role,max_cards\ndoctor,\n", 2, 8, "the field is empty")]
    [InlineData("cards", "role,max_cards,merge_from\n*,10,1\n", 2, 6, "no whole number from 2 to 1000")]
    [InlineData("cards", "role,max_cards\nhis,10\n", 2, 1, "'his' is not one of *, doctor")]
    [InlineData("cards", "role,max_cards\n*,10\n*,20\n", 3, 1, "'*' is there twice")]
    [InlineData("cards", "role,max_cards,colour\n*,10,red\n", 1, 16, "There is no column 'colour'")]
    [InlineData("reasons", "reason,words\n病情需要,\n", 2, 6, "the field is empty")]
    [InlineData("reasons", "reason,words\n病情需要,病情\n病情需要,治疗\n", 3, 1, "'病情需要' is there twice")]
    public void What_cannot_be_meant_is_refused_where_it_stands(string name, string text, int line, int column, string message)
    {
        var fault = Assert.Single(ReleaseBuilder.Build(Folders.With(new RuleFile($"alerts/{name}.csv", text)), 1).Faults);

        Assert.Equal(($"alerts/{name}.csv", line, column), (fault.File, fault.Line, fault.Column));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_misspelt_file_is_not_without_effect_in_silence()
    {
        var fault = Assert.Single(ReleaseBuilder.Build(Folders.With(new RuleFile("alerts/tier.csv", "x\n")), 1).Faults);

        Assert.Contains("alerts/tiers.csv", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("王某某病情需要", "病情需要")]
    [InlineData("家属要求，病情需要", "病情需要")]
    [InlineData("患者要求", "患者或家属要求")]
    [InlineData("王某某", "其他")]
    [InlineData(" ", "未写")]
    [InlineData(null, "未写")]
    public void A_written_reason_is_of_the_first_kind_whose_word_it_has(string? written, string kind)
    {
        var file = new RuleFile("alerts/reasons.csv", "reason,words\n病情需要,病情|治疗需要\n患者或家属要求,患者要求|家属\n");

        Assert.Equal(kind, Folders.Built(Folders.With(file)).Alerts.ReasonOf(written));
    }

    [Fact]
    public void The_settings_are_part_of_the_release()
    {
        var one = Folders.Built(Folders.With(new RuleFile("alerts/cards.csv", "role,max_cards\n*,10\n")));
        var other = Folders.Built(Folders.With(new RuleFile("alerts/cards.csv", "role,max_cards\n*,11\n")));

        Assert.NotEqual(one.Hash, other.Hash);
        Assert.Equal(11, other.Alerts.CardsOf(null)!.MaxCards);
    }
}
