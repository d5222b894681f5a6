using OrderCheck.Core.Rules;
using OrderCheck.Core.Tests.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Knowledge;

/// <summary>Rows about items against each other: what is right, and what is reported where.</summary>
public sealed class RelationFaultTests
{
    private const string Drug = Folders.Drug;
    private const string Service = Folders.Service;
    private const string Other = Folders.OtherService;
    private const string Herb = Folders.Herb;

    private static IReadOnlyList<Fault> FaultsOf(string kind, string text) => ReleaseBuilder.Build(Folders.StarterOf(kind, text), 1).Faults;

    [Theory]
    [InlineData("exclusive_sets", "item_code,set_name,window", $"{Service},护理,单日\n{Other},护理,单日")]
    [InlineData("exclusive_sets", "item_code,set_name,window,effective_from,effective_to", $"{Service},护理,单日,,2025-06-30\n{Service},护理,单日,2025-07-01,\n{Other},护理,单日,,")]
    [InlineData("required_companions", "item_code,other_codes,other_name,window,period_days,most_per_other", $"{Drug},{Service}|{Other},诊查,单日,,")]
    [InlineData("required_companions", "item_code,other_codes,other_name,window,period_days,most_per_other", $"{Drug},0011*,诊查,前后N天,2,1.5")]
    [InlineData("required_companions", "item_code,other_codes,other_name,window", $"{Service},=阿帕他胺片,阿帕他胺,单次就诊")]
    [InlineData("package_parts", "item_code,whole_code,whole_name,min_parts,window", $"{Service},,组合,2,单日\n{Other},,组合,2,单日")]
    [InlineData("bundled_items", "item_code,other_codes,other_name,window", $"{Service},{Other},急诊监护费,单日")]
    [InlineData("incision_groups", "item_code,group_name,rate", $"{Service},胃肠手术组,50")]
    [InlineData("swap_pairs", "item_code,other_codes,other_name", $"{Service},{Other},急诊监护费")]
    [InlineData("swap_pairs", "item_code,other_codes,other_name", "*,,")]
    [InlineData("drug_interactions", "item_code,other_codes,other_name,level,days_apart,effect", $"{Drug},{Herb},薄荷,禁忌,14,不良反应增加")]
    [InlineData("herb_incompatibilities", "item_code,other_codes,other_name,canon", $"{Herb},{Drug},甲,十八反")]
    [InlineData("herb_doses", "item_code,max_grams", $"{Herb},0.5")]
    [InlineData("herb_prescription_limits", "item_code,max_pieces,max_grams_per_set,max_grams", "T00*,20,,")]
    public void A_right_row_has_no_fault(string kind, string header, string rows) => Assert.Empty(FaultsOf(kind, $"{header}\n{rows}\n"));

    [Theory]
    [InlineData("exclusive_sets", "item_code,set_name,window", $"{Service},护理,每天", "window", "'每天' is not one of 单日, 单次就诊, 6小时, 同一小时")]
    [InlineData("required_companions", "item_code,other_codes,other_name,window", $"{Drug},{Service}|009,诊查,单日", "other_codes", "'009' is not in the catalogue")]
    [InlineData("required_companions", "item_code,other_codes,other_name,window", $"{Drug},{Service}|0011*,诊查,单日", "other_codes", "'0011*' is covered by another of the list")]
    [InlineData("required_companions", "item_code,other_codes,other_name,window", $"{Drug},00*,诊查,单日", "other_codes", "'00*' is too short")]
    [InlineData("required_companions", "item_code,other_codes,other_name,window", $"{Drug},777*,诊查,单日", "other_codes", "no item of the catalogue (catalogue/items.csv) begins with '777'")]
    [InlineData("required_companions", "item_code,other_codes,other_name,window", $"{Drug},=青霉素,青霉素,单日", "other_codes", "has the name or generic name '青霉素'")]
    [InlineData("required_companions", "item_code,other_codes,other_name,window,period_days", $"{Drug},{Service},诊查,前后N天,", "period_days", "needs a number of days from 1 to 366")]
    [InlineData("required_companions", "item_code,other_codes,other_name,window,period_days", $"{Drug},{Service},诊查,单日,2", "period_days", "has no period_days")]
    [InlineData("required_companions", "item_code,other_codes,other_name,window,most_per_other", $"{Drug},{Service},诊查,单日,0", "most_per_other", "'0' is no number from 0.0001")]
    [InlineData("package_parts", "item_code,whole_code,whole_name,min_parts,window", $"{Service},009,组合,2,单日", "whole_code", "'009' is not in the catalogue")]
    [InlineData("package_parts", "item_code,whole_code,whole_name,min_parts,window", $"{Service},,组合,1,单日", "min_parts", "'1' is no whole number from 2 to 50")]
    [InlineData("bundled_items", "item_code,other_codes,other_name,window", $"{Service},{Other},,单日", "other_name", "the field is empty")]
    [InlineData("incision_groups", "item_code,group_name,rate", $"{Service},胃肠手术组,100", "rate", "'100' is no number from 0 to 99.99")]
    [InlineData("incision_groups", "item_code,group_name,rate", $"{Service},胃肠手术组,", "rate", "catalogue/parameters.csv has no second_operation_percent from 0 to 99")]
    [InlineData("swap_pairs", "item_code,other_codes,other_name", $"{Service},,急诊监护费", "other_codes", "the field is empty")]
    [InlineData("drug_interactions", "item_code,other_codes,other_name,level,days_apart,effect", $"{Drug},{Herb},薄荷,危险,,出血", "level", "'危险' is not one of 禁忌, 慎用")]
    [InlineData("drug_interactions", "item_code,other_codes,other_name,level,days_apart,effect", $"{Drug},{Herb},薄荷,禁忌,91,出血", "days_apart", "'91' is no whole number from 0 to 90")]
    [InlineData("herb_incompatibilities", "item_code,other_codes,other_name,canon", $"{Herb},{Drug},甲,十七反", "canon", "'十七反' is not one of 十八反, 十九畏, 其他")]
    [InlineData("herb_doses", "item_code,max_grams", $"{Herb},", "max_grams", "the field is empty")]
    [InlineData("herb_prescription_limits", "item_code,max_pieces,max_grams_per_set,max_grams", "T00*,,,", "max_pieces", "the row must give max_pieces, max_grams_per_set or max_grams")]
    public void A_wrong_field_is_reported_at_its_place_with_what_is_allowed(string kind, string header, string row, string column, string message)
    {
        var position = header.Split(',').ToList().IndexOf(column);
        var place = row.Split(',').Take(position).Sum(field => field.Length + 1) + 1;

        var fault = Assert.Single(FaultsOf(kind, $"{header}\n{row}\n"), fault => fault.Column > 1 || place == 1);

        Assert.Contains(message, fault.Message);
        Assert.Equal(($"knowledge/{kind}.csv", 2, place), (fault.File, fault.Line, fault.Column));
    }

    [Theory]
    [InlineData($"{Service},护理,单日\n{Other},护理,单次就诊", 3, "The rows of '护理' must say the same")]
    [InlineData($"{Service},护理,单日", 2, "'护理' has one item only")]
    [InlineData($"{Service},护理,单日\n0011*,护理,单日", 3, "'护理' has '0011' already, in line 2")]
    public void The_rows_of_a_set_must_make_one(string rows, int line, string message)
    {
        var fault = Assert.Single(FaultsOf("exclusive_sets", $"item_code,set_name,window\n{rows}\n"));

        Assert.Equal(("knowledge/exclusive_sets.csv", line), (fault.File, fault.Line));
        Assert.Contains(message, fault.Message);
    }

    [Fact]
    public void A_rate_that_the_row_does_not_give_is_the_parameters()
    {
        var folder = Folders.With(
            [.. Folders.StarterRules(), new RuleFile("catalogue/parameters.csv", "name,value\nsecond_operation_percent,50\n"),
             new RuleFile("knowledge/incision_groups.csv", $"item_code,group_name,rate\n{Service},胃肠手术组,\n{Other},胃肠手术组,30\n")]);

        var rows = Folders.Built(folder).Knowledge[Core.Knowledge.KnowledgeKind.IncisionGroups].Cast<Core.Knowledge.IncisionGroup>();

        Assert.Equal([50m, 30m], rows.Select(row => row.Rate));
    }
}
