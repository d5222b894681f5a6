using OrderCheck.Core.Rules;
using OrderCheck.Core.Tests.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Knowledge;

/// <summary>Rows of clinical pathways: what is right, and what is reported where.</summary>
public sealed class PathwayFaultTests
{
    private const string Pathways = "pathway,name,version,groups,principals,operations,enrolled_by";
    private const string Items = "item_code,item_name,pathway,stage,counted_from,from_day,to_day,need,each_day,controllable,also_items";
    private const string Preferences = "item_code,pathway,class_name,also_items,preferred_codes";
    private const string Known = $"{Pathways}\nP1,疝,2009年版,GF39,K40,53.0-53.1,事件\nP2,肺炎,,,J18,,诊断\n";

    private static IReadOnlyList<Fault> FaultsOf(string kind, string text) => ReleaseBuilder.Build(
        kind == "pathways" ? Folders.Starter((kind, text)) : Folders.Starter(("pathways", Known), (kind, text)), 1).Faults;

    [Theory]
    [InlineData("pathways", Pathways, "P1,疝,2009年版,GF39|GF29,K40.2|K40.9,53.0-53.1,病组\nP2,肺炎,,,J12-J18,,诊断\nP3,其他,,,,,事件")]
    [InlineData("pathway_items", Items, "XL02*,药,P1,术前,手术,-30,366,必选,是,是,T000100057\nX*,全部药品,P1,,入院,1,9,限所列,,否,\nXL02*,药,P2,,入院,1,9,不需要,否,是,")]
    [InlineData("pathway_preferences", Preferences, "XL02*,P1,抗肿瘤药,T000100057,XL02*")]
    public void A_right_row_has_no_fault(string kind, string header, string rows) => Assert.Empty(FaultsOf(kind, $"{header}\n{rows}\n"));

    [Theory]
    [InlineData("pathways", Pathways, "P1,疝,,,,,病组", "groups", "enrolled_by 病组 needs the groups")]
    [InlineData("pathways", Pathways, "P1,疝,,GF39,,,诊断", "principals", "enrolled_by 诊断 needs the principal diagnoses")]
    [InlineData("pathways", Pathways, "P1,疝,,,,,医嘱", "enrolled_by", "'医嘱' is not one of 事件, 病组, 诊断")]
    [InlineData("pathways", Pathways, "P1,疝,,,疝,,事件", "principals", "'疝' is no code, prefix")]
    [InlineData("pathways", Pathways, "P1,疝,,,,疝,事件", "operations", "'疝' is no ICD-9-CM-3")]
    [InlineData("pathways", Pathways, ",疝,,,,,事件", "pathway", "the field is empty")]
    [InlineData("pathway_items", Items, "XL02*,药,P1,,出院,1,9,必选,,是,", "counted_from", "'出院' is not one of 入院, 手术")]
    [InlineData("pathway_items", Items, "XL02*,药,P1,,入院,-31,9,必选,,是,", "from_day", "'-31' is no whole number from -30 to 366")]
    [InlineData("pathway_items", Items, "XL02*,药,P1,,入院,3,2,必选,,是,", "to_day", "2 is before from_day 3")]
    [InlineData("pathway_items", Items, "XL02*,药,P1,,入院,1,,必选,,是,", "to_day", "the field is empty")]
    [InlineData("pathway_items", Items, "XL02*,药,P1,,入院,1,2,禁用,,是,", "need", "'禁用' is not one of 必选, 可选, 不需要, 限所列")]
    [InlineData("pathway_items", Items, "XL02*,药,P1,,入院,1,2,可选,是,是,", "each_day", "only what is 必选")]
    [InlineData("pathway_items", Items, "XL02*,药,P1,,入院,1,2,必选,,可控,", "controllable", "'可控' is not one of 是, 否")]
    [InlineData("pathway_items", Items, "X*,药,P1,,入院,1,2,不需要,,是,", "item_code", "'X*' is too short; but for 限所列")]
    [InlineData("pathway_items", Items, "XL02*,药,P1,,入院,1,2,必选,,是,XQ99*", "also_items", "no item of the catalogue")]
    [InlineData("pathway_preferences", Preferences, "XL02*,P1,抗肿瘤药,,", "preferred_codes", "the field is empty")]
    [InlineData("pathway_preferences", Preferences, "XL02*,P1,抗肿瘤药,,XQ99*", "preferred_codes", "no item of the catalogue")]
    [InlineData("pathway_preferences", Preferences, "XL02*,P1,,,XL02*", "class_name", "the field is empty")]
    public void A_wrong_field_is_reported_at_its_place_with_what_is_allowed(string kind, string header, string row, string column, string message)
    {
        var position = header.Split(',').ToList().IndexOf(column);
        var place = row.Split(',').Take(position).Sum(field => field.Length + 1) + 1;

        var fault = Assert.Single(FaultsOf(kind, $"{header}\n{row}\n"), fault => fault.Message.StartsWith(column, StringComparison.Ordinal));

        Assert.Contains(message, fault.Message);
        Assert.Equal(($"knowledge/{kind}.csv", 2, place), (fault.File, fault.Line, fault.Column));
    }

    [Theory]
    [InlineData("pathway_items", Items, "XL02*,药,P9,,入院,1,2,必选,,是,", "'P9' is no pathway of knowledge/pathways.csv")]
    [InlineData("pathway_items", Items, "XL02*,药,P2,,手术,1,2,必选,,是,", "'P2' has no operations in knowledge/pathways.csv")]
    [InlineData("pathway_items", Items, "XL02*,药,P1,,入院,1,2,不需要,,是,\nXL02*,药,P1,,入院,2,5,可选,,是,", "as 不需要 here and as 可选 in line 3")]
    [InlineData("pathway_items", Items, "XL02*,药,P1,,入院,1,2,必选,,是,\nXL02*,药,P1,,入院,1,2,必选,,否,", "the same limit is in force on the same days")]
    [InlineData("pathway_preferences", Preferences, "XL02*,P9,抗肿瘤药,,XL02*", "'P9' is no pathway of knowledge/pathways.csv")]
    [InlineData("pathways", Pathways, "P1,疝,,,,,事件\nP1,疝,新版,,,,事件", "the same limit is in force on the same days")]
    public void What_the_files_say_of_a_pathway_must_agree(string kind, string header, string rows, string message) =>
        Assert.Contains(message, Assert.Single(FaultsOf(kind, $"{header}\n{rows}\n")).Message);

    [Fact]
    public void A_new_version_of_a_pathway_follows_the_old_one() => Assert.Empty(FaultsOf(
        "pathways", $"{Pathways},effective_from,effective_to\nP1,疝,旧版,,,,事件,,2026-05-31\nP1,疝,新版,,,,事件,2026-06-01,\n"));
}
