using OrderCheck.Core.Rules;
using OrderCheck.Core.Tests.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Knowledge;

/// <summary>Rows about sites, stock, practice and doses by surface: what is right, and what is reported where.</summary>
public sealed class SiteFaultTests
{
    private const string Drug = Folders.Drug;
    private const string Service = Folders.Service;
    private const string Other = Folders.OtherService;
    private const string Dose = "item_code,dose_unit,per_kg,max_single,min_single,max_daily,per_m2,min_daily";

    private static IReadOnlyList<Fault> FaultsOf(string kind, string text) => ReleaseBuilder.Build(Folders.StarterOf(kind, text), 1).Faults;

    [Theory]
    [InlineData("site_needs", "item_code,what,per_unit", $"{Service},部位,")]
    [InlineData("site_needs", "item_code,what,per_unit", $"{Service},穴位,5")]
    [InlineData("site_needs", "item_code,what", $"{Service},照射野")]
    [InlineData("swap_pairs", "item_code,other_codes,other_name,against", $"{Service},,,出库")]
    [InlineData("swap_pairs", "item_code,other_codes,other_name,against", $"{Service},,,使用")]
    [InlineData("swap_pairs", "item_code,other_codes,other_name,against", $"{Service},{Other},急诊监护费,医嘱")]
    [InlineData("licence_limits", "item_code,licence", $"{Service},中医类别执业医师")]
    [InlineData("dose_limits", Dose, $"{Drug},mg,,20,,60,是,")]
    [InlineData("dose_limits", Dose, $"{Drug},mg,,,,,,250")]
    [InlineData("dose_limits", Dose, $"{Drug},mg,,,,250,,250")]
    [InlineData("dose_limits", "item_code,dose_unit,max_single", $"{Drug},mg,20")]
    public void A_right_row_has_no_fault(string kind, string header, string row) => Assert.Empty(FaultsOf(kind, $"{header}\n{row}\n"));

    [Theory]
    [InlineData("site_needs", "item_code,what,per_unit", $"{Service},关节,", "what", "'关节' is not one of 部位, 穴位, 照射野")]
    [InlineData("site_needs", "item_code,what,per_unit", $"{Service},,", "what", "the field is empty")]
    [InlineData("site_needs", "item_code,what,per_unit", $"{Service},穴位,0", "per_unit", "'0' is no whole number from 1 to 1000")]
    [InlineData("site_needs", "item_code,what,per_unit", $"{Service},穴位,1001", "per_unit", "'1001' is no whole number from 1 to 1000")]
    [InlineData("swap_pairs", "item_code,other_codes,other_name,against", $"{Service},,,采购", "against", "'采购' is not one of 医嘱, 出库, 使用")]
    [InlineData("swap_pairs", "item_code,other_codes,other_name,against", $"{Service},{Other},急诊监护费,出库", "against", "such a row has no other_codes and no other_name")]
    [InlineData("dose_limits", Dose, $"{Drug},mg,,20,,,不是,", "per_m2", "'不是' is not one of 是, 否")]
    [InlineData("dose_limits", Dose, $"{Drug},mg,是,20,,,是,", "per_m2", "for a kilogram or for a square metre, not for both")]
    [InlineData("dose_limits", Dose, $"{Drug},mg,,20,,,是,10", "per_m2", "a least dose is given for the patient")]
    [InlineData("dose_limits", Dose, $"{Drug},mg,是,20,,,,10", "per_kg", "a least dose is given for the patient")]
    [InlineData("dose_limits", Dose, $"{Drug},mg,,,,249,,250", "max_daily", "249 is less than min_daily 250")]
    [InlineData("dose_limits", Dose, $"{Drug},mg,,,,,,-1", "min_daily", "'-1' is no number from 0")]
    public void A_wrong_field_is_reported_at_its_place_with_what_is_allowed(string kind, string header, string row, string column, string message)
    {
        var position = header.Split(',').ToList().IndexOf(column);
        var place = row.Split(',').Take(position).Sum(field => field.Length + 1) + 1;

        var fault = Assert.Single(FaultsOf(kind, $"{header}\n{row}\n"));

        Assert.Equal(($"knowledge/{kind}.csv", 2, place), (fault.File, fault.Line, fault.Column));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }
}
