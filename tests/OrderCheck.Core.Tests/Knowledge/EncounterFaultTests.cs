using OrderCheck.Core.Rules;
using OrderCheck.Core.Tests.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Knowledge;

/// <summary>Rows about the stay, its coding and its charges: what is wrong in them is said with file, line, column and what is allowed.</summary>
public sealed class EncounterFaultTests
{
    private const string Drug = Folders.Drug;
    private const string Service = Folders.Service;

    private static IReadOnlyList<Fault> FaultsOf(string kind, string text) => ReleaseBuilder.Build(Folders.StarterOf(kind, text), 1).Faults;

    [Theory]
    [InlineData("principal_diagnoses", "diagnoses,hours", ",24")]
    [InlineData("principal_diagnoses", "diagnoses,hours", "B95-B97|Z37.0,")]
    [InlineData("diagnosis_patients", "diagnoses,sex", "O|N70-N98|K35.900x001,女")]
    [InlineData("diagnosis_patients", "diagnoses,min_age,max_age,age_unit", "P00-P96,,28,天")]
    [InlineData("procedure_patients", "procedures,sex", "65-71|36.0,女")]
    [InlineData("procedure_patients", "procedures,principals,principals_name", "47.0,K35 | K36,阑尾炎")]
    [InlineData("coded_operations", "procedures,items,name,coded_must_be_charged", $"36.06|36.07,{Service}|XL02,支架置入,否")]
    [InlineData("diagnosis_evidence", "diagnoses,items,name", $"J13-J18,{Drug},抗感染药物")]
    [InlineData("admission_prompts", "what,insurances,advice", "险种,职工|居民,请登记")]
    [InlineData("admission_prompts", "what,insurances,advice", "主治医师,,请登记")]
    [InlineData("stay_windows", "item_code,side,days,med_types,purpose", "*,入院前,0,21,")]
    [InlineData("stay_windows", "item_code,side,days,med_types,purpose", $"{Service},请假,366,,")]
    [InlineData("charge_orders", "item_code,kinds", "*,药品|饮片")]
    [InlineData("charge_orders", "item_code,kinds", $"{Drug},")]
    [InlineData("fee_type_changes", "to,source", "职工|自费,示例")]
    [InlineData("fee_type_changes", "to,source", ",示例")]
    public void A_right_row_has_no_fault(string kind, string header, string row) => Assert.Empty(FaultsOf(kind, $"{header}\n{row}\n"));

    [Theory]
    [InlineData("principal_diagnoses", "diagnoses,hours", ",0", "hours", "'0' is no whole number from 1 to 8760")]
    [InlineData("principal_diagnoses", "diagnoses,hours", ",8761", "hours", "'8761' is no whole number from 1 to 8760")]
    [InlineData("principal_diagnoses", "diagnoses,hours", ",", "diagnoses", "must give diagnoses or hours")]
    [InlineData("principal_diagnoses", "diagnoses,hours", "Z37,24", "hours", "gives both diagnoses and hours; write two rows")]
    [InlineData("principal_diagnoses", "diagnoses,hours", "37,", "diagnoses", "'37' is no ICD-10 code, prefix or range like O80, N40-N51 or O")]
    [InlineData("principal_diagnoses", "diagnoses,hours", "Z37|,", "diagnoses", "'' is no ICD-10 code")]
    [InlineData("principal_diagnoses", "diagnoses,hours", "Z38-Z37,", "diagnoses", "'Z38-Z37' ends before it begins")]
    [InlineData("principal_diagnoses", "diagnoses,hours", "A00-A09-A10,", "diagnoses", "'A00-A09-A10' is no ICD-10 code")]
    [InlineData("diagnosis_patients", "diagnoses,sex,min_age,max_age,age_unit", "O、N,女,,,", "diagnoses", "several are separated by '|'")]
    [InlineData("diagnosis_patients", "diagnoses,sex,min_age,max_age,age_unit", ",女,,,", "diagnoses", "the field is empty")]
    [InlineData("diagnosis_patients", "diagnoses,sex,min_age,max_age,age_unit", "O,F,,,", "sex", "'F' is not one of 男, 女")]
    [InlineData("diagnosis_patients", "diagnoses,sex,min_age,max_age,age_unit", "O,,,,", "sex", "must give sex, or min_age or max_age")]
    [InlineData("diagnosis_patients", "diagnoses,sex,min_age,max_age,age_unit", "P,,,28,", "age_unit", "needs a unit: 岁, 月, 天")]
    [InlineData("diagnosis_patients", "diagnoses,sex,min_age,max_age,age_unit", "P,,,28,周", "age_unit", "'周' is not one of 岁, 月, 天")]
    [InlineData("diagnosis_patients", "diagnoses,sex,min_age,max_age,age_unit", "P,,30,28,天", "max_age", "28 is less than min_age 30")]
    [InlineData("diagnosis_patients", "diagnoses,sex,min_age,max_age,age_unit", "P,,,73001,天", "max_age", "'73001' is no whole number from 0 to 73000")]
    [InlineData("procedure_patients", "procedures,sex,principals,principals_name", "O80,女,,", "procedures", "'O80' is no ICD-9-CM-3 code, prefix or range like 36.0 or 65-71")]
    [InlineData("procedure_patients", "procedures,sex,principals,principals_name", "6,女,,", "procedures", "'6' is no ICD-9-CM-3 code")]
    [InlineData("procedure_patients", "procedures,sex,principals,principals_name", ",女,,", "procedures", "the field is empty")]
    [InlineData("procedure_patients", "procedures,sex,principals,principals_name", "47.0,,,", "sex", "must give sex or principals")]
    [InlineData("procedure_patients", "procedures,sex,principals,principals_name", "47.0,,K35,", "principals_name", "in words which diagnoses these are")]
    [InlineData("procedure_patients", "procedures,sex,principals,principals_name", "47.0,,47.0,阑尾炎", "principals", "'47.0' is no ICD-10 code")]
    [InlineData("coded_operations", "procedures,items,name,coded_must_be_charged", $"X1,{Service},支架,是", "procedures", "'X1' is no ICD-9-CM-3 code")]
    [InlineData("coded_operations", "procedures,items,name,coded_must_be_charged", $"36.06,{Service}|0099,支架,是", "items", "no item of the catalogue (catalogue/items.csv) begins with '0099'")]
    [InlineData("coded_operations", "procedures,items,name,coded_must_be_charged", $"36.06,{Service}|,支架,是", "items", "codes or prefixes separated by '|'")]
    [InlineData("coded_operations", "procedures,items,name,coded_must_be_charged", $"36.06,{Service},,是", "name", "the field is empty")]
    [InlineData("coded_operations", "procedures,items,name,coded_must_be_charged", $"36.06,{Service},支架,yes", "coded_must_be_charged", "'yes' is not one of 是, 否")]
    [InlineData("coded_operations", "procedures,items,name,coded_must_be_charged", $"36.06,{Service},支架,", "coded_must_be_charged", "the field is empty")]
    [InlineData("diagnosis_evidence", "diagnoses,items,name", $"18,{Drug},药", "diagnoses", "'18' is no ICD-10 code")]
    [InlineData("diagnosis_evidence", "diagnoses,items,name", "J18,,药", "items", "the field is empty")]
    [InlineData("diagnosis_evidence", "diagnoses,items,name", "J18,XZZ,药", "items", "begins with 'XZZ'")]
    [InlineData("diagnosis_evidence", "diagnoses,items,name", $"J18,{Drug},", "name", "the field is empty")]
    [InlineData("admission_prompts", "what,insurances,advice", "身份证,,请登记", "what", "'身份证' is not one of 险种, 医保登记, 患者主索引, 性别, 出生日期, 科室, 主治医师")]
    [InlineData("admission_prompts", "what,insurances,advice", ",,请登记", "what", "the field is empty")]
    [InlineData("admission_prompts", "what,insurances,advice", "险种,职工|城镇,请登记", "insurances", "'城镇' is not one of 职工, 居民, 离休, 工伤, 生育, 长护, 其他, 自费")]
    [InlineData("admission_prompts", "what,insurances,advice", "险种,,", "advice", "the field is empty")]
    [InlineData("stay_windows", "item_code,side,days,med_types,purpose", "*,入院,0,,", "side", "'入院' is not one of 入院前, 出院后, 请假")]
    [InlineData("stay_windows", "item_code,side,days,med_types,purpose", "*,入院前,,,", "days", "the field is empty")]
    [InlineData("stay_windows", "item_code,side,days,med_types,purpose", "*,入院前,-1,,", "days", "'-1' is no whole number from 0 to 366")]
    [InlineData("stay_windows", "item_code,side,days,med_types,purpose", "*,入院前,367,,", "days", "'367' is no whole number from 0 to 366")]
    [InlineData("stay_windows", "item_code,side,days,med_types,purpose", "*,入院前,3,21|99,", "med_types", "'99' is not one of 21")]
    [InlineData("stay_windows", "item_code,side,days,med_types,purpose", "001999000000000,入院前,3,,", "item_code", "is not in the catalogue")]
    [InlineData("charge_orders", "item_code,kinds", "*,药品|材料", "kinds", "'材料' is not one of 药品, 饮片, 项目, 耗材")]
    [InlineData("charge_orders", "item_code,kinds", "XZZ*,药品", "item_code", "begins with 'XZZ'")]
    [InlineData("fee_type_changes", "to,source", "商业,示例", "to", "'商业' is not one of 职工, 居民, 离休, 工伤, 生育, 长护, 其他, 自费")]
    public void A_wrong_field_is_reported_at_its_place_with_what_is_allowed(string kind, string header, string row, string column, string message)
    {
        var position = header.Split(',').ToList().IndexOf(column);
        var place = row.Split(',').Take(position).Sum(field => field.Length + 1) + 1;

        var fault = Assert.Single(FaultsOf(kind, $"{header}\n{row}\n"));

        Assert.Contains(message, fault.Message);
        Assert.Equal(($"knowledge/{kind}.csv", 2, place), (fault.File, fault.Line, fault.Column));
    }
}
