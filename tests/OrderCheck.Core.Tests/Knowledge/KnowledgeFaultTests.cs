using OrderCheck.Core.Rules;
using OrderCheck.Core.Tests.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Knowledge;

public sealed class KnowledgeFaultTests
{
    private const string Drug = Folders.Drug;
    private const string Service = Folders.Service;
    private const string Herb = Folders.Herb;

    private static IReadOnlyList<Fault> FaultsOf(string kind, string text) => ReleaseBuilder.Build(Folders.StarterOf(kind, text), 1).Faults;

    private static void AssertFault(string kind, string text, int line, int column, string message)
    {
        var fault = Assert.Single(FaultsOf(kind, text));
        Assert.Contains(message, fault.Message);
        Assert.Equal(($"knowledge/{kind}.csv", line, column), (fault.File, fault.Line, fault.Column));
    }

    /// <summary>A row under the kind's header; the fault is expected in the named column.</summary>
    private static void AssertRowFault(string kind, string header, string row, string column, string message)
    {
        var position = header.Split(',').ToList().IndexOf(column);
        var place = row.Split(',').Take(position).Sum(field => field.Length + 1) + 1;
        AssertFault(kind, $"{header}\n{row}\n", 2, place, message);
    }

    [Theory]
    [InlineData("sex_limits", "item_code,sex", $"{Drug},男")]
    [InlineData("sex_limits", "sex,item_code,source", $"女,{Service},\"国家医保局，\"\"第一批\"\"\"")]
    [InlineData("age_limits", "item_code,age_group,min_age,max_age,age_unit", $"{Drug},儿童,,,")]
    [InlineData("age_limits", "item_code,age_group,min_age,max_age,age_unit", $"{Drug},,0,28,天")]
    [InlineData("age_limits", "item_code,min_age,age_unit", $"{Drug},60,岁")]
    [InlineData("insurance_limits", "item_code,insurance", $"{Drug},工伤|生育")]
    [InlineData("facility_limits", "item_code,lowest_level", $"{Drug},2")]
    [InlineData("facility_limits", "item_code,facility_types", $"{Drug},中医|基层")]
    [InlineData("visit_limits", "item_code,denied_modes", $"{Drug},互联网")]
    [InlineData("frequency_limits", "item_code,max_quantity,unit,window,period_days", $"{Service},1,日,单日,")]
    [InlineData("frequency_limits", "item_code,max_quantity,unit,window,period_days", $"{Service},1,次,N天,14")]
    [InlineData("frequency_limits", "item_code,max_quantity,window,per", $"{Service},1,单次住院,住院天数")]
    [InlineData("frequency_limits", "item_code,max_quantity,window,measure,combined_items,combined_name", $"{Service},500,月,金额,{Folders.OtherService}|0011*,诊查费合计")]
    [InlineData("frequency_limits", "item_code,max_quantity,window,per,per_item,per_item_name", $"{Service},2,单日,项目,0011*,诊查")]
    [InlineData("total_limits", "item_code,max_amount,window", $"{Service},1000.50,年")]
    [InlineData("dose_limits", "item_code,dose_unit,max_single,max_daily,min_single", $"{Drug},mg,240,480,60")]
    [InlineData("dose_limits", "item_code,dose_unit,per_kg,max_single,age_group,max_weight_kg,routes", $"XL02*,mg,是,15.5,儿童,30,po|iv")]
    [InlineData("duplicate_limits", "item_code,level,except_items", "药品,同通用名,XL02*")]
    [InlineData("duplicate_limits", "item_code,level,class_name,max_kinds,combined_items", $"XL02*,同类,抗雄激素,2,{Folders.Service}")]
    [InlineData("supply_limits", "item_code,prescription,max_days", "药品,出院带药,7")]
    [InlineData("course_limits", "item_code,max_days", $"{Drug},14")]
    [InlineData("course_limits", "item_code,max_days,scope,period_days", $"{Drug},14,周期,365")]
    [InlineData("exclusive_pairs", "item_code,other_code,other_name,window", $"{Service},{Folders.OtherService},急诊监护费,6小时")]
    [InlineData("price_ceilings", "item_code,level,ceiling", $"{Service},,12.345678")]
    [InlineData("not_payable", "item_code,mode", $"{Folders.Herb},单方")]
    [InlineData("flags", "item_code,kind,text,over_price", $"{Drug},高值,高值药品,1000")]
    [InlineData("budget_thresholds", "basis,percent", "标准成本,80")]
    [InlineData("texts", "item_code,rule_class,official_text", $"{Drug},药品限适应症,限ALT>120U/L的患者")]
    [InlineData("sex_limits", "item_code,sex", "XL02BB*,男")]
    [InlineData("diagnosis_limits", "item_code,diagnoses,icd_codes", $"{Drug},前列腺癌,C61")]
    [InlineData("diagnosis_limits", "item_code,diagnoses,icd_codes,position,certainty,coded_by,coded_on,confirmed_by", $"{Drug},前列腺癌,C61|D40.0-D40.9,主要诊断,含疑似,张三,2026-01-31,医保办")]
    [InlineData("diagnosis_limits", "item_code,diagnoses,tcm_codes", $"{Herb},感冒,BNW010|A01.01.01")]
    [InlineData("contraindications", "item_code,degree,ground,icd_codes", $"{Drug},禁用,活动性溃疡,K25-K28")]
    [InlineData("contraindications", "item_code,degree,ground,allergens", "X*,慎用,对本品过敏,本品")]
    [InlineData("step_therapy", "item_code,first_line,first_line_codes,within_days", $"{Drug},诊查费,{Service}|0011030*,90")]
    [InlineData("department_limits", "item_code,whose,departments,department_codes", $"{Drug},开单,泌尿外科,A04.04|A19")]
    [InlineData("licence_limits", "item_code,licence", $"{Drug},抗肿瘤药物限制使用级")]
    [InlineData("licence_limits", "item_code,lowest_title,specialists,speciality_codes,lowest_level", $"{Drug},主治医师,泌尿外科,A04.04,2")]
    [InlineData("consents", "item_code,case", "*,丙类")]
    [InlineData("drug_counts", "item_code,scope,most_kinds", "X*,处方,5")]
    [InlineData("flags", "item_code,kind,text", "X*,西药,西药")]
    public void A_right_row_has_no_fault(string kind, string header, string row) => Assert.Empty(FaultsOf(kind, $"{header}\n{row}\n"));

    [Theory]
    [InlineData("sex_limits", "item_code,sex", "001999000000000,男", "item_code", "'001999000000000' is not in the catalogue")]
    [InlineData("sex_limits", "item_code,sex", "XZZ*,男", "item_code", "no item of the catalogue (catalogue/items.csv) begins with 'XZZ'")]
    [InlineData("sex_limits", "item_code,sex", "XL*,男", "item_code", "'XL*' is too short")]
    [InlineData("sex_limits", "item_code,sex", ",男", "item_code", "the field is empty")]
    [InlineData("sex_limits", "item_code,sex", $"{Drug},male", "sex", "'male' is not one of 男, 女")]
    [InlineData("sex_limits", "item_code,sex", $"{Drug},", "sex", "the field is empty")]
    [InlineData("sex_limits", "item_code,sex,effective_from", $"{Drug},男,2025/05/23", "effective_from", "'2025/05/23' is no date")]
    [InlineData("sex_limits", "item_code,sex,effective_from,effective_to", $"{Drug},男,2025-05-23,2025-05-22", "effective_to", "2025-05-22 is before")]
    [InlineData("age_limits", "item_code,age_group,min_age,max_age,age_unit", $"{Drug},少年,,,", "age_group", "'少年' is not in catalogue/age_groups.csv: ")]
    [InlineData("age_limits", "item_code,age_group,min_age,max_age,age_unit", $"{Drug},儿童,3,,岁", "age_group", "both the group '儿童' and ages")]
    [InlineData("age_limits", "item_code,age_group,min_age,max_age,age_unit", $"{Drug},,,,岁", "age_group", "must give age_group")]
    [InlineData("age_limits", "item_code,age_group,min_age,max_age,age_unit", $"{Drug},,3,,", "age_unit", "needs a unit: 岁, 月, 天")]
    [InlineData("age_limits", "item_code,age_group,min_age,max_age,age_unit", $"{Drug},,3,,年", "age_unit", "'年' is not one of 岁, 月, 天")]
    [InlineData("age_limits", "item_code,age_group,min_age,max_age,age_unit", $"{Drug},,18,14,岁", "max_age", "14 is less than min_age 18")]
    [InlineData("age_limits", "item_code,age_group,min_age,max_age,age_unit", $"{Drug},,-1,14,岁", "min_age", "'-1' is no whole number")]
    [InlineData("insurance_limits", "item_code,insurance", $"{Drug},工伤|商业", "insurance", "'商业' is not one of 职工, 居民, 工伤, 生育")]
    [InlineData("facility_limits", "item_code,lowest_level,highest_level", $"{Drug},4,", "lowest_level", "'4' is no whole number from 1 to 3")]
    [InlineData("facility_limits", "item_code,lowest_level,highest_level", $"{Drug},3,2", "highest_level", "2 is less than lowest_level 3")]
    [InlineData("facility_limits", "item_code,lowest_level,highest_level", $"{Drug},,", "lowest_level", "must give lowest_level")]
    [InlineData("facility_limits", "item_code,lowest_level,specialist_level", $"{Drug},2,2", "specialist_level", "must be less than lowest_level")]
    [InlineData("facility_limits", "item_code,lowest_level,specialist_level", $"{Drug},,2", "specialist_level", "must be less than lowest_level")]
    [InlineData("facility_limits", "item_code,facility_types", $"{Drug},私立", "facility_types", "'私立' is not one of")]
    [InlineData("visit_limits", "item_code,allowed_modes,denied_modes", $"{Drug},,", "allowed_modes", "must give allowed_modes or denied_modes")]
    [InlineData("visit_limits", "item_code,allowed_modes,denied_modes", $"{Drug},住院|家庭,", "allowed_modes", "'家庭' is not one of")]
    [InlineData("frequency_limits", "item_code,max_quantity,window,period_days", $"{Service},many,单日,", "max_quantity", "'many' is no number")]
    [InlineData("frequency_limits", "item_code,max_quantity,window,period_days", $"{Service},1000001,单日,", "max_quantity", "from 0 to 1000000")]
    [InlineData("frequency_limits", "item_code,max_quantity,window,period_days", $"{Service},0.00001,单日,", "max_quantity", "at most 4 decimals")]
    [InlineData("frequency_limits", "item_code,max_quantity,window,period_days", $"{Service},1e3,单日,", "max_quantity", "'1e3' is no number")]
    [InlineData("frequency_limits", "item_code,max_quantity,window,period_days", $"{Service},1,季,", "window", "'季' is not one of 单日, 24小时, 周, 月, 年, N天, 单次住院")]
    [InlineData("frequency_limits", "item_code,max_quantity,window,measure,unit", $"{Service},1,单日,次数,", "measure", "'次数' is not one of 数量, 金额, 剂量")]
    [InlineData("frequency_limits", "item_code,max_quantity,window,measure,unit", $"{Service},1,单日,金额,日", "unit", "'日' is no unit of an amount")]
    [InlineData("frequency_limits", "item_code,max_quantity,window,measure,unit", $"{Service},1,单日,剂量,", "unit", "a dose needs its unit")]
    [InlineData("frequency_limits", "item_code,max_quantity,window,per,per_item,per_item_name", $"{Service},1,单次住院,床日,,", "per", "'床日' is not one of 住院天数, 项目")]
    [InlineData("frequency_limits", "item_code,max_quantity,window,per,per_item,per_item_name", $"{Service},1,单日,住院天数,,", "window", "住院天数 counts by 单次住院")]
    [InlineData("frequency_limits", "item_code,max_quantity,window,per,per_item,per_item_name", $"{Service},1,单日,项目,,", "per_item", "needs the item whose quantity it is")]
    [InlineData("frequency_limits", "item_code,max_quantity,window,per,per_item,per_item_name", $"{Service},1,单日,项目,{Folders.OtherService},", "per_item_name", "no name for the reader")]
    [InlineData("frequency_limits", "item_code,max_quantity,window,per,per_item,per_item_name", $"{Service},1,单日,项目,001999000000000,无", "per_item", "is not in the catalogue")]
    [InlineData("frequency_limits", "item_code,max_quantity,window,per,per_item,per_item_name", $"{Service},1,24小时,项目,{Folders.OtherService},x", "window", "项目 counts by 单日")]
    [InlineData("frequency_limits", "item_code,max_quantity,window,per,per_item,per_item_name", $"{Service},1,单日,,{Folders.OtherService},x", "per_item", "for per 项目 only")]
    [InlineData("frequency_limits", "item_code,max_quantity,window,combined_items,combined_name", $"{Service},1,单日,{Folders.OtherService},", "combined_name", "both or neither")]
    [InlineData("frequency_limits", "item_code,max_quantity,window,combined_items,combined_name", $"{Service},1,单日,{Folders.OtherService}|0019*,x", "combined_items", "begins with '0019'")]
    [InlineData("frequency_limits", "item_code,max_quantity,window,combined_items,combined_name", $"{Service},1,单日,001999000000000,x", "combined_items", "'001999000000000' is not in the catalogue")]
    [InlineData("total_limits", "item_code,max_amount,window", $"{Service},100,单日", "window", "'单日' is not one of 单次住院, 年")]
    [InlineData("total_limits", "item_code,max_amount,window", $"{Service},100.001,年", "max_amount", "at most 2 decimals")]
    [InlineData("dose_limits", "item_code,dose_unit,max_single,min_single", $"{Drug},mg,,", "max_single", "must give max_single, min_single, max_daily or min_daily")]
    [InlineData("dose_limits", "item_code,dose_unit,max_single,min_single", $"{Drug},mg,10,20", "max_single", "10 is less than min_single 20")]
    [InlineData("dose_limits", "item_code,dose_unit,max_single,min_single", $"{Drug},,10,", "dose_unit", "the field is empty")]
    [InlineData("dose_limits", "item_code,dose_unit,max_single,min_single,per_kg", $"{Drug},mg,,20,是", "per_kg", "not for a kilogram")]
    [InlineData("dose_limits", "item_code,dose_unit,max_single,per_kg", $"{Drug},mg,10,kg", "per_kg", "'kg' is not one of 是, 否")]
    [InlineData("dose_limits", "item_code,dose_unit,max_single,min_age,age_unit", $"{Drug},mg,10,3,", "age_unit", "needs a unit")]
    [InlineData("dose_limits", "item_code,dose_unit,max_single,min_weight_kg,max_weight_kg", $"{Drug},mg,10,30,30", "max_weight_kg", "30 is not more than min_weight_kg 30")]
    [InlineData("duplicate_limits", "item_code,level,class_name", $"{Drug},同名,", "level", "'同名' is not one of 同通用名, 同类")]
    [InlineData("duplicate_limits", "item_code,level,class_name", $"{Drug},同类,", "class_name", "no name for the reader")]
    [InlineData("duplicate_limits", "item_code,level,class_name", $"{Drug},同通用名,抗雄激素", "level", "has no class_name")]
    [InlineData("duplicate_limits", "item_code,level,except_items", $"药品,同通用名,XZZ*", "except_items", "begins with 'XZZ'")]
    [InlineData("supply_limits", "item_code,prescription,max_days", "药品,住院,7", "prescription", "'住院' is not one of 门诊, 急诊, 互联网, 出院带药, 长期处方")]
    [InlineData("supply_limits", "item_code,prescription,max_days", "药品,门诊,0", "max_days", "'0' is no whole number from 1 to 366")]
    [InlineData("supply_limits", "item_code,prescription,max_days", "药品,门诊,", "max_days", "the field is empty")]
    [InlineData("sex_limits", "item_code,sex", "药品,男", "item_code", "'药品' is not in the catalogue")]
    [InlineData("frequency_limits", "item_code,max_quantity,window,period_days", $"{Service},1,N天,", "period_days", "N天 needs a number of days")]
    [InlineData("frequency_limits", "item_code,max_quantity,window,period_days", $"{Service},1,单日,7", "period_days", "单日 has no period_days")]
    [InlineData("course_limits", "item_code,max_days,max_span_days,min_interval_days,scope,period_days", $"{Drug},,,,单次住院,", "max_days", "must give max_days")]
    [InlineData("course_limits", "item_code,max_days,max_span_days,min_interval_days,scope,period_days", $"{Drug},14,,,周期,", "period_days", "周期 needs a number of days")]
    [InlineData("course_limits", "item_code,max_days,max_span_days,min_interval_days,scope,period_days", $"{Drug},14,,,一生,", "scope", "'一生' is not one of")]
    [InlineData("exclusive_pairs", "item_code,other_code,other_name,window", $"{Service},001999000000000,无,单日", "other_code", "is not in the catalogue")]
    [InlineData("exclusive_pairs", "item_code,other_code,other_name,window", $"{Service},{Service},自己,单日", "other_code", "is item_code itself")]
    [InlineData("exclusive_pairs", "item_code,other_code,other_name,window", $"0011*,{Service},x,单日", "item_code", "a pair names two items")]
    [InlineData("exclusive_pairs", "item_code,other_code,other_name,window", $"{Service},{Folders.OtherService},急诊监护费,当天", "window", "'当天' is not one of 单日, 单次就诊, 6小时, 同一小时")]
    [InlineData("price_ceilings", "item_code,level,ceiling", $"{Service},,12.3456789", "ceiling", "at most 6 decimals")]
    [InlineData("price_ceilings", "item_code,level,ceiling", $"{Service},甲,12", "level", "'甲' is no whole number")]
    [InlineData("not_payable", "item_code,mode", $"{Folders.Herb},复方", "mode", "'复方' is not one of 单复方, 单方, 自费")]
    [InlineData("flags", "item_code,kind,text,over_price", $"{Drug},高值,,", "text", "the field is empty")]
    [InlineData("flags", "item_code,kind,text,over_price", $"{Drug},高值,高值,-1", "over_price", "'-1' is no number")]
    [InlineData("budget_thresholds", "basis,percent", "成本,80", "basis", "'成本' is not one of 标准成本, 支付标准")]
    [InlineData("budget_thresholds", "basis,percent", "标准成本,80%", "percent", "'80%' is no number")]
    [InlineData("texts", "item_code,rule_class", $"{Drug},", "rule_class", "the field is empty")]
    [InlineData("diagnosis_limits", "item_code,diagnoses,icd_codes", $"{Drug},前列腺癌,C6", "icd_codes", "'C6' is no code, prefix (at least 3 characters) or range")]
    [InlineData("diagnosis_limits", "item_code,diagnoses,icd_codes", $"{Drug},前列腺癌,c61", "icd_codes", "'c61' is no code")]
    [InlineData("diagnosis_limits", "item_code,diagnoses,icd_codes", $"{Drug},前列腺癌,C61、D40", "icd_codes", "several are separated by '|'")]
    [InlineData("diagnosis_limits", "item_code,diagnoses,icd_codes", $"{Drug},前列腺癌,D40-C61", "icd_codes", "'D40-C61' ends before it begins")]
    [InlineData("diagnosis_limits", "item_code,diagnoses,icd_codes", $"{Drug},前列腺癌,", "icd_codes", "must give icd_codes or tcm_codes")]
    [InlineData("diagnosis_limits", "item_code,diagnoses,icd_codes,tcm_codes", $"{Drug},癃闭,N40,BNS040", "tcm_codes", "not for western drugs")]
    [InlineData("diagnosis_limits", "item_code,diagnoses,icd_codes,position", $"{Drug},前列腺癌,C61,次要诊断", "position", "'次要诊断' is not one of 主要诊断, 任一诊断")]
    [InlineData("diagnosis_limits", "item_code,diagnoses,icd_codes,certainty", $"{Drug},前列腺癌,C61,可能", "certainty", "'可能' is not one of 确诊, 含疑似")]
    [InlineData("diagnosis_limits", "item_code,diagnoses,icd_codes,coded_by,coded_on", $"{Drug},前列腺癌,C61,张三,", "coded_by", "are given together")]
    [InlineData("diagnosis_limits", "item_code,diagnoses,icd_codes,coded_by,confirmed_by", $"{Drug},前列腺癌,C61,,医保办", "confirmed_by", "only a mapping that somebody made")]
    [InlineData("contraindications", "item_code,degree,ground,icd_codes", $"{Drug},忌用,溃疡,K25", "degree", "'忌用' is not one of 禁用, 慎用")]
    [InlineData("contraindications", "item_code,degree,ground,icd_codes,pregnancy", $"{Drug},禁用,溃疡,,", "ground", "one of icd_codes, pregnancy and allergens; it gives 0")]
    [InlineData("contraindications", "item_code,degree,ground,icd_codes,pregnancy", $"{Drug},禁用,溃疡,K25,妊娠", "ground", "it gives 2")]
    [InlineData("contraindications", "item_code,degree,ground,pregnancy", $"{Drug},禁用,孕期,孕期", "pregnancy", "'孕期' is not one of 妊娠, 哺乳")]
    [InlineData("contraindications", "item_code,degree,ground,allergens", $"{Drug},禁用,碘过敏,碘", "allergens", "'碘' has fewer than 2 characters")]
    [InlineData("step_therapy", "item_code,first_line,first_line_codes,within_days", $"{Drug},甲,{Drug},90", "first_line_codes", "holds item_code itself")]
    [InlineData("step_therapy", "item_code,first_line,first_line_codes,within_days", $"{Drug},甲,XL02BB*,90", "first_line_codes", "'XL02BB*' holds item_code itself")]
    [InlineData("step_therapy", "item_code,first_line,first_line_codes,within_days", $"{Drug},甲,XZZZ*,90", "first_line_codes", "no item of the catalogue")]
    [InlineData("step_therapy", "item_code,first_line,first_line_codes,within_days", $"{Drug},甲,{Service},0", "within_days", "'0' is no whole number from 1 to 3660")]
    [InlineData("step_therapy", "item_code,first_line,first_line_codes,within_days", $"{Drug},甲,{Service},", "within_days", "the field is empty")]
    [InlineData("department_limits", "item_code,whose,departments,department_codes", $"{Drug},护士,内科,A03", "whose", "'护士' is not one of 开单, 执行, 所在")]
    [InlineData("department_limits", "item_code,whose,departments,department_codes", $"{Drug},开单,内科,内科", "department_codes", "'内科' is no standard code of a department")]
    [InlineData("licence_limits", "item_code,licence", $"{Drug},特殊级", "licence", "'特殊级' is not one of 抗菌药物非限制使用级")]
    [InlineData("licence_limits", "item_code,licence,lowest_title", $"{Drug},,教授", "lowest_title", "'教授' is not one of 其他, 医士, 住院医师")]
    [InlineData("licence_limits", "item_code,licence,specialists,speciality_codes", $"{Drug},,内分泌,", "specialists", "are given together")]
    [InlineData("licence_limits", "item_code,licence,lowest_level", $"{Drug},,2", "licence", "must give licence, lowest_title or specialists")]
    [InlineData("consents", "item_code,case", "*,自费", "case", "'自费' is not one of 转自费, 丙类, 目录外")]
    [InlineData("drug_counts", "item_code,scope,most_kinds", "X*,医嘱,5", "scope", "'医嘱' is not one of 处方, 出院带药")]
    [InlineData("drug_counts", "item_code,scope,most_kinds", "X*,处方,0", "most_kinds", "'0' is no whole number from 1 to 100")]
    [InlineData("sex_limits", "item_code,sex", "*,男", "item_code", "'*' is too short")]
    public void A_wrong_field_is_reported_at_its_place_with_what_is_allowed(string kind, string header, string row, string column, string message) =>
        AssertRowFault(kind, header, row, column, message);

    [Fact]
    public void A_column_that_the_kind_does_not_have_is_reported_at_the_header() =>
        AssertFault("sex_limits", $"item_code,sex,gender\n{Drug},男,男\n", 1, 15, "There is no column 'gender'. The header may have: item_code, item_name, sex, effective_from");

    [Fact]
    public void A_column_that_is_missing_is_reported() =>
        AssertFault("sex_limits", $"item_code,item_name\n{Drug},阿帕他胺片\n", 1, 1, "The header lacks the column 'sex'");

    [Fact]
    public void A_column_that_is_twice_is_reported() => AssertFault("sex_limits", "item_code,sex,sex\n", 1, 15, "'sex' is there twice");

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\n\n")]
    public void An_empty_file_is_reported(string text) => AssertFault("sex_limits", text, 1, 1, "The file is empty");

    [Fact]
    public void A_header_alone_is_a_table_without_rows() => Assert.Empty(FaultsOf("sex_limits", "item_code,sex\n"));

    [Fact]
    public void A_byte_order_mark_and_Windows_line_ends_are_tolerated() =>
        Assert.Empty(FaultsOf("sex_limits", $"\uFEFFitem_code,sex\r\n{Drug},男\r\n"));

    [Theory]
    [InlineData($"item_code,sex\n{Drug},男,更多\n", "The row has 3 fields; the header has 2")]
    [InlineData($"item_code,sex\n{Drug}\n", "The row has 1 fields; the header has 2")]
    public void A_row_with_more_or_fewer_fields_than_the_header_is_reported(string text, string message) =>
        AssertFault("sex_limits", text, 2, 1, message);

    [Theory]
    [InlineData("item_code,sex,source\n" + Drug + ",男,\"第一批\n", 2, 1)]
    [InlineData("item_code,sex,source\n" + Drug + ",男,第\"一\"批\n", 2, 28)]
    [InlineData("item_code,sex,source\n" + Drug + ",男,\"第一\"批\n", 2, 31)]
    public void Quotation_marks_out_of_place_are_reported(string text, int line, int column)
    {
        var fault = Assert.Single(FaultsOf("sex_limits", text));
        Assert.Contains("quotation mark", fault.Message);
        Assert.Equal((line, column), (fault.Line, fault.Column));
    }

    [Fact]
    public void A_field_that_is_too_long_is_reported() =>
        AssertFault("sex_limits", $"item_code,sex,source\n{Drug},男,{new string('长', 8_001)}\n", 2, Drug.Length + 4, "The field has 8001 characters; at most 8000");

    [Fact]
    public void Rows_after_one_with_line_ends_in_a_field_are_counted_by_the_files_lines() =>
        AssertFault("sex_limits", $"item_code,source,sex\n{Drug},\"第一行\n第二行\",男\n\n{Service},x,中\n", 5, Service.Length + 4, "'中' is not one of");

    [Fact]
    public void A_field_after_one_with_line_ends_is_reported_on_its_own_line() =>
        AssertFault("sex_limits", $"item_code,source,sex\n{Drug},\"第一行\n第二行\",中\n", 3, 6, "'中' is not one of");

    [Fact]
    public void The_same_limit_on_the_same_days_is_reported_with_the_earlier_line() =>
        AssertFault(
            "sex_limits", $"item_code,sex,effective_from,effective_to\n{Drug},男,2025-01-01,2025-06-30\n{Drug},男,2025-06-30,\n", 3, 1, "in line 2");

    [Theory]
    [InlineData($"{Drug},男,2025-01-01,2025-06-30,p1\n{Drug},男,2025-07-01,,p1\n")]
    [InlineData($"{Drug},男,2025-01-01,,p1\n{Drug},男,2025-01-01,,p2\n")]
    [InlineData($"{Drug},男,2025-01-01,,p1\n{Folders.SisterDrug},男,2025-01-01,,p1\n")]
    public void Other_days_another_point_or_another_item_are_no_overlap(string rows) =>
        Assert.Empty(FaultsOf("sex_limits", "item_code,sex,effective_from,effective_to,point_id\n" + rows));

    [Fact]
    public void A_row_that_no_rule_reads_is_reported_because_it_would_be_a_silent_pass()
    {
        var build = ReleaseBuilder.Build(
            Folders.With(
                RuleJson.File(RuleJson.Rule("limit.Window == \"单日\" && use.OnDay() > limit.MaxQuantity", "frequency_limits")),
                new RuleFile("knowledge/frequency_limits.csv", $"item_code,max_quantity,window\n{Service},1,单日\n{Service},9,月\n")),
            1);

        var fault = Assert.Single(build.Faults);
        Assert.Equal(("knowledge/frequency_limits.csv", 3), (fault.File, fault.Line));
        Assert.Contains("No rule reads this row (1 such rows in the file)", fault.Message);
    }

    [Fact]
    public void All_faults_of_a_file_are_reported()
    {
        var faults = FaultsOf("sex_limits", $"item_code,sex\n{Drug},中\n,男\n{Service},女\nnone,女\n");

        Assert.Equal([2, 3, 5], faults.Select(fault => fault.Line));
    }
}
