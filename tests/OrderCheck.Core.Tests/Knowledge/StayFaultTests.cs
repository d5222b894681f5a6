using OrderCheck.Core.Rules;
using OrderCheck.Core.Tests.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Knowledge;

/// <summary>Rows about a whole stay: what is right, and what is reported where.</summary>
public sealed class StayFaultTests
{
    private const string Perioperative = "perioperative_antibiotics";
    private const string PerioperativeHeader = "item_code,procedures,operation,incision,usable,most_minutes_before,most_hours_after,infections";

    private const string StaySigns = "sign,most_days,items,name,insurances,advice";

    private static IReadOnlyList<Fault> FaultsOf(string kind, string text) => ReleaseBuilder.Build(Folders.StarterOf(kind, text), 1).Faults;

    [Theory]
    [InlineData("readmission_windows", "scope,days,insurances,advice", "同科室,15,职工|居民,请核对\n未了事项,90,,请处理")]
    [InlineData("readmission_windows", "scope,days,advice,most_stays", "频繁门诊,30,请核对,12\n频繁购药,30,请核对,8")]
    [InlineData("stay_signs", StaySigns, "挂床,0,,,,请核对\n压床,3,00,诊疗项目,职工|居民,请核对\n低标准入院,,XL02|X,药品,,请核对")]
    [InlineData(Perioperative, PerioperativeHeader, "XL02*,06.4,甲状腺手术,Ⅰ,是,60,24,J18\nXL02*,51.2,胆囊切除术,Ⅱ,否,,,J18")]
    public void A_right_row_has_no_fault(string kind, string header, string rows) => Assert.Empty(FaultsOf(kind, $"{header}\n{rows}\n"));

    [Theory]
    [InlineData("readmission_windows", "scope,days,insurances,advice", "同病区,15,,请核对", "scope", "'同病区' is not one of 任意, 同科室, 同病组, 同诊断, 频繁住院, 频繁门诊, 频繁购药, 未了事项")]
    [InlineData("readmission_windows", "scope,days,insurances,advice", "同科室,0,,请核对", "days", "'0' is no whole number from 1 to 366")]
    [InlineData("readmission_windows", "scope,days,insurances,advice", "同科室,15,学生,请核对", "insurances", "'学生' is not one of 职工, 居民")]
    [InlineData("readmission_windows", "scope,days,insurances,advice", "同科室,15,,", "advice", "the field is empty")]
    [InlineData("readmission_windows", "scope,days,insurances,advice,fallback", "同病组,15,,请核对,科室", "fallback", "'科室' is not one of 主要诊断")]
    [InlineData("readmission_windows", "scope,days,insurances,advice,fallback", "同科室,15,,请核对,主要诊断", "fallback", "it is for the scope '同病组' alone")]
    [InlineData("readmission_windows", "scope,days,insurances,advice,at_discharge", "同科室,15,,请核对,是", "at_discharge", "it is for the scope '同病组' alone")]
    [InlineData("readmission_windows", "scope,days,advice,most_stays", "频繁住院,180,请核对,", "most_stays", "the field is empty")]
    [InlineData("readmission_windows", "scope,days,advice,most_stays", "频繁住院,180,请核对,0", "most_stays", "'0' is no whole number from 1 to 99")]
    [InlineData("readmission_windows", "scope,days,advice,most_stays", "同科室,15,请核对,3", "most_stays", "it is for the scopes 频繁住院, 频繁门诊, 频繁购药 alone")]
    [InlineData("readmission_windows", "scope,days,advice,most_stays", "频繁购药,30,请核对,", "most_stays", "the field is empty")]
    [InlineData("stay_signs", StaySigns, "空床,0,,,,请核对", "sign", "'空床' is not one of 挂床, 压床, 低标准入院")]
    [InlineData("stay_signs", StaySigns, "挂床,,,,,请核对", "most_days", "the field is empty")]
    [InlineData("stay_signs", StaySigns, "压床,-1,,,,请核对", "most_days", "'-1' is no whole number from 0 to 366")]
    [InlineData("stay_signs", StaySigns, "低标准入院,3,X,药品,,请核对", "most_days", "a stay without treatment has no days")]
    [InlineData("stay_signs", StaySigns, "低标准入院,,,,,请核对", "items", "the field is empty")]
    [InlineData("stay_signs", StaySigns, "压床,3,Q9,其他,,请核对", "items", "no item of the catalogue (catalogue/items.csv) begins with 'Q9'")]
    [InlineData("stay_signs", StaySigns, "压床,3,00,,,请核对", "name", "the reader must be told in words which items these are")]
    [InlineData("stay_signs", StaySigns, "压床,3,,,学生,请核对", "insurances", "'学生' is not one of 职工, 居民")]
    [InlineData("stay_signs", StaySigns, "压床,3,,,,", "advice", "the field is empty")]
    [InlineData(Perioperative, PerioperativeHeader, "XL02*,甲,甲状腺手术,Ⅰ,是,60,24,J18", "procedures", "'甲' is no ICD-9-CM-3 code, prefix or range")]
    [InlineData(Perioperative, PerioperativeHeader, "XL02*,06.4,甲状腺手术,Ⅳ,是,60,24,J18", "incision", "'Ⅳ' is not one of Ⅰ, Ⅱ, Ⅲ")]
    [InlineData(Perioperative, PerioperativeHeader, "XL02*,06.4,甲状腺手术,Ⅰ,是,,,J18", "most_minutes_before", "must give most_minutes_before or most_hours_after")]
    [InlineData(Perioperative, PerioperativeHeader, "XL02*,06.4,甲状腺手术,Ⅰ,是,60,169,J18", "most_hours_after", "'169' is no whole number from 1 to 168")]
    [InlineData(Perioperative, PerioperativeHeader + ",least_minutes_before", "XL02*,06.4,甲状腺手术,Ⅰ,是,60,24,J18,0", "least_minutes_before", "'0' is no whole number from 1 to 1440")]
    [InlineData(Perioperative, PerioperativeHeader + ",least_minutes_before", "XL02*,06.4,甲状腺手术,Ⅰ,是,60,24,J18,60", "least_minutes_before", "60 is not less than most_minutes_before, 60")]
    public void A_wrong_field_is_reported_at_its_place_with_what_is_allowed(string kind, string header, string row, string column, string message)
    {
        var position = header.Split(',').ToList().IndexOf(column);
        var place = row.Split(',').Take(position).Sum(field => field.Length + 1) + 1;

        var fault = Assert.Single(FaultsOf(kind, $"{header}\n{row}\n"), fault => fault.Column > 1 || place == 1);

        Assert.Contains(message, fault.Message);
        Assert.Equal(($"knowledge/{kind}.csv", 2, place), (fault.File, fault.Line, fault.Column));
    }
}
