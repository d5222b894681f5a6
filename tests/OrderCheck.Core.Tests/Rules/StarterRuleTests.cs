using OrderCheck.Core.Findings;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Rules;

/// <summary>Each starter rule catches, lets pass, and knows its boundary.</summary>
public sealed class StarterRuleTests
{
    private static readonly Release Starter = Folders.Built(Folders.Starter());

    private static CompiledRule Rule(string name) => Starter.Rules.Single(rule => rule.Definition.Name == name);

    private static string? Judge(string name, KnowledgeRow limit, CaseFacts functions, Action<RuleFacts>? more = null)
    {
        var facts = functions.Of(limit, more);
        facts.Item.Name = "甲项目";
        Assert.Null(Rule(name).MissingInput(facts));
        return Rule(name).Matches(facts) ? Rule(name).Message(facts) : null;
    }

    [Fact]
    public void The_starter_rules_compile_and_run_those_about_safety_in_shadow() =>
        Assert.All(Starter.Rules, rule =>
        {
            Assert.True(rule.Definition.Runs, rule.Definition.Name);
            Assert.Equal(rule.Definition.Domain == Domain.Safety, rule.Definition.State == RuleState.Shadow);
        });

    [Fact]
    public void Every_kind_of_knowledge_has_a_rule() =>
        Assert.Equal(KnowledgeKinds.All, Starter.Rules.Select(rule => rule.Definition.Knowledge).Distinct().Order());

    [Fact]
    public void Every_family_has_a_rule() =>
        Assert.Equal(RuleFamily.All.Select(family => family.Name).Order(), Starter.Rules.Select(rule => rule.Definition.Family).Distinct().Order());

    [Fact]
    public void Self_pay_is_offered_only_where_payment_is_the_matter() =>
        Assert.All(
            Starter.Rules.Where(rule => rule.Definition.Decisions.Contains(DecisionKind.SelfPay)),
            rule => Assert.True(rule.Definition.Domain == Domain.Payment || rule.Definition.Family == RuleFamily.Consent.Name, rule.Definition.Name));

    [Theory]
    [InlineData("男", "女", "【甲项目】限男性使用，患者为女性")]
    [InlineData("男", "男", null)]
    [InlineData("女", "其他", null)]
    public void Sex(string limit, string patient, string? message) =>
        Assert.Equal(message, Judge("item-for-the-other-sex", new SexLimit { Sex = limit }, new(), facts => facts.Patient.Sex = patient));

    [Theory]
    [InlineData(17, null)]
    [InlineData(18, "【甲项目】限儿童0–17岁患者，患者为18岁")]
    [InlineData(0, null)]
    public void Age_of_a_child(int years, string? message) =>
        Assert.Equal(
            message,
            Judge("item-outside-age", new AgeLimit { Group = "儿童", MinAge = 0, MaxAge = 17, AgeUnit = "岁" }, new(), facts => facts.Patient.AgeYears = years));

    [Theory]
    [InlineData(28, null)]
    [InlineData(29, "【甲项目】限不超过28天患者，患者为29天")]
    public void Age_in_days(int days, string? message) =>
        Assert.Equal(message, Judge("item-outside-age", new AgeLimit { MaxAge = 28, AgeUnit = "天" }, new(), facts => facts.Patient.AgeDays = days));

    [Theory]
    [InlineData("工伤", "工伤", null)]
    [InlineData("工伤", "职工", "【甲项目】限工伤保险支付，患者险种为职工")]
    [InlineData("职工、居民", "居民", null)]
    public void Insurance(string allowed, string visit, string? message) =>
        Assert.Equal(message, Judge("insurance-does-not-pay", new InsuranceLimit { Insurance = allowed }, new(), facts => facts.Visit.Insurance = visit));

    [Theory]
    [InlineData(1, "【甲项目】限二级及以上医疗机构使用，本机构为1级")]
    [InlineData(2, null)]
    [InlineData(3, null)]
    public void Facility_level(int level, string? message) =>
        Assert.Equal(message, Judge("facility-of-another-level", new FacilityLimit { LowestLevel = 2 }, new(), facts => facts.Hospital.Level = level));

    [Theory]
    [InlineData(2, "综合", "【甲项目】限三级及以上或二级及以上专科医疗机构使用，本机构为2级")]
    [InlineData(2, "专科", null)]
    [InlineData(1, "专科", "【甲项目】限三级及以上或二级及以上专科医疗机构使用，本机构为1级")]
    [InlineData(3, "综合", null)]
    public void Facility_level_that_is_lower_for_specialists(int level, string type, string? message) =>
        Assert.Equal(message, Judge("facility-of-another-level", new FacilityLimit { LowestLevel = 3, SpecialistLevel = 2 }, new(), facts =>
        {
            facts.Hospital.Level = level;
            facts.Hospital.Type = type;
        }));

    [Theory]
    [InlineData("中医", null)]
    [InlineData("综合", "【甲项目】限中医、专科医疗机构使用，本机构为综合")]
    public void Facility_type(string type, string? message) =>
        Assert.Equal(message, Judge("facility-of-another-type", new FacilityLimit { Types = "中医、专科" }, new(), facts => facts.Hospital.Type = type));

    [Theory]
    [InlineData("住院", null, "住院", null)]
    [InlineData("住院", null, "门诊", "【甲项目】限住院使用，本次就医方式为门诊")]
    [InlineData(null, "互联网", "互联网", "【甲项目】不得用于互联网，本次就医方式为互联网")]
    [InlineData(null, "互联网", "门诊", null)]
    public void Visit(string? allowed, string? denied, string mode, string? message) =>
        Assert.Equal(
            message, Judge("visit-of-another-kind", new VisitLimit { AllowedModes = allowed, DeniedModes = denied }, new(), facts => facts.Visit.Mode = mode));

    [Theory]
    [InlineData("more-than-allowed-on-a-day", "单日", 0, "【甲项目】每日最多2次，含本次已达2.0001次")]
    [InlineData("more-than-allowed-in-24-hours", "24小时", 0, "【甲项目】连续24小时内最多2次，含本次已达2.0001次")]
    [InlineData("more-than-allowed-in-a-week", "周", 0, "【甲项目】每周最多2次，含本次已达2.0001次")]
    [InlineData("more-than-allowed-in-a-month", "月", 0, "【甲项目】每月最多2次，含本次已达2.0001次")]
    [InlineData("more-than-allowed-in-a-period", "N天", 14, "【甲项目】14天内最多2次，含本次已达2.0001次")]
    [InlineData("more-than-allowed-in-a-stay", "单次住院", 0, "【甲项目】本次就诊最多2次，含本次已达2.0001次")]
    public void Frequency(string rule, string window, int period, string message)
    {
        var limit = new FrequencyLimit { MaxQuantity = 2, Unit = "次", Window = window, PeriodDays = period };

        Assert.Equal(message, Judge(rule, limit, AllWindows(2.0001m)));
        Assert.Null(Judge(rule, limit, AllWindows(2)));
        Assert.Null(Judge(rule, limit, AllWindows(1.9999m)));
    }

    [Theory]
    [InlineData("2.0001", "0", "【甲项目】每年最多2次，本次就诊在本年含本次已达2.0001次；此前就诊：0")]
    [InlineData("1", "1.5", "【甲项目】每年最多2次，本次就诊在本年含本次已达1次；此前就诊：1.5")]
    [InlineData("2.0001", null, "【甲项目】每年最多2次，本次就诊在本年含本次已达2.0001次；此前就诊：未知")]
    [InlineData("1", "1", null)]
    public void Frequency_in_a_year(string now, string? earlier, string? message) =>
        Assert.Equal(message, Judge("more-than-allowed-in-a-year", new FrequencyLimit { MaxQuantity = 2, Unit = "次", Window = "年" }, new() { InYearIs = Number(now), EarlierInYearIs = Number(earlier) }));

    [Fact]
    public void What_lies_before_the_visit_is_missing_where_it_could_matter() =>
        Assert.Equal(
            "use.EarlierInYear",
            Rule("more-than-allowed-in-a-year").MissingInput(new CaseFacts { InYearIs = 1 }.Of(new FrequencyLimit { MaxQuantity = 2, Window = "年" })));

    [Theory]
    [InlineData(5, null)]
    [InlineData(6, "【甲项目】床位费合计每住院日最多1日，住院5天，截至当天已达6日")]
    public void Frequency_by_inpatient_days(int use, string? message) =>
        Assert.Equal(
            message,
            Judge(
                "more-than-allowed-by-inpatient-days",
                new FrequencyLimit { MaxQuantity = 1, Unit = "日", Window = "单次住院", Per = "住院天数", CombinedItems = "B", CombinedName = "床位费合计" },
                new() { UpToDayIs = use },
                facts => facts.Visit.InpatientDays = 5));

    [Theory]
    [InlineData(4, null)]
    [InlineData(5, "【甲项目】单日内不得超过【乙项目】数量的2倍，后者为2，含本次已达5次")]
    public void Frequency_by_another_item(int use, string? message) =>
        Assert.Equal(
            message,
            Judge(
                "more-than-allowed-by-another-item",
                new FrequencyLimit { MaxQuantity = 2, Unit = "次", Window = "单日", Per = "项目", PerItem = "B", PerItemName = "乙项目" },
                new() { InWindowIs = use, OfPerItemIs = 2 }));

    [Theory]
    [InlineData("amount-over-total-in-a-stay", "单次住院", "【甲项目】每次就诊最多支付1000.00元，含本次已达1000.01元")]
    [InlineData("amount-over-total-in-a-year", "年", "【甲项目】每年最多支付1000.00元，本次就诊在本年含本次已达1000.01元；此前就诊：0")]
    public void Total(string rule, string window, string message)
    {
        var limit = new TotalLimit { MaxAmount = 1000, Window = window };

        Assert.Equal(message, Judge(rule, limit, new() { InStayIs = 1000.01m, InYearIs = 1000.01m, EarlierInYearIs = 0 }));
        Assert.Null(Judge(rule, limit, new() { InStayIs = 1000, InYearIs = 1000, EarlierInYearIs = 0 }));
    }

    [Theory]
    [InlineData(4, null)]
    [InlineData(5, "【甲项目】单次剂量5g，超过说明书满18岁单次最大剂量4g")]
    public void Dose_at_once(int dose, string? message) =>
        Assert.Equal(message, Judge("dose-over-single", new DoseLimit { DoseUnit = "g", MaxSingle = 4, MinAge = 18, AgeUnit = "岁" }, new() { SingleDoseIs = dose }, facts => facts.Patient.AgeYears = 18));

    [Fact]
    public void A_dose_for_another_age_is_none_of_the_rows_business() =>
        Assert.Null(Judge("dose-over-single", new DoseLimit { DoseUnit = "g", MaxSingle = 4, MinAge = 18, AgeUnit = "岁" }, new() { SingleDoseIs = 5 }, facts => facts.Patient.AgeYears = 17));

    [Theory]
    [InlineData("150", null)]
    [InlineData("150.1", "【甲项目】单次剂量150.1mg，体重10kg，超过说明书儿童单次最大剂量15mg/kg")]
    public void Dose_at_once_by_weight(string dose, string? message) =>
        Assert.Equal(
            message?.Replace("儿童", "不超过17岁", StringComparison.Ordinal),
            Judge("dose-over-single-by-weight", new DoseLimit { DoseUnit = "mg", PerKg = true, MaxSingle = 15, MaxAge = 17, AgeUnit = "岁" }, new() { SingleDoseIs = Number(dose) }, facts =>
            {
                facts.Patient.AgeYears = 3;
                facts.Patient.WeightKg = 10;
            }));

    [Theory]
    [InlineData("dose-over-daily", false, 3, "【甲项目】日剂量3g，超过说明书满40kg每日最大剂量2g")]
    [InlineData("dose-over-daily", false, 2, null)]
    [InlineData("dose-over-daily-by-weight", true, 101, "【甲项目】日剂量101g，体重50kg，超过说明书满40kg每日最大剂量2g/kg")]
    [InlineData("dose-over-daily-by-weight", true, 100, null)]
    public void Dose_of_a_day(string rule, bool perKg, int dose, string? message) =>
        Assert.Equal(message, Judge(rule, new DoseLimit { DoseUnit = "g", PerKg = perKg, MaxDaily = 2, MinWeight = 40, AgeUnit = "岁" }, new() { DailyDoseIs = dose }, facts => facts.Patient.WeightKg = 50));

    [Theory]
    [InlineData(1, false, "【甲项目】单次剂量1g，低于说明书单次最小剂量2g")]
    [InlineData(1, true, null)]
    [InlineData(2, false, null)]
    public void Dose_that_is_too_small(int dose, bool skinTest, string? message) =>
        Assert.Equal(message, Judge("dose-under-single", new DoseLimit { DoseUnit = "g", MinSingle = 2, AgeUnit = "岁" }, new() { SingleDoseIs = dose }, facts => facts.Line.SkinTest = skinTest));

    [Theory]
    [InlineData(true, "【甲项目】与在用的【乙药品】通用名相同，用药时间重叠")]
    [InlineData(false, null)]
    public void Duplicates_by_generic_name(bool inUse, string? message) =>
        Assert.Equal(message, Judge("same-generic-name-in-use", new DuplicateLimit { Level = "同通用名" }, new() { SameNameInUseIs = inUse }));

    [Theory]
    [InlineData(3, "【甲项目】与在用的【乙药品】等同属抗血小板药，同时使用3种，一般不超过2种")]
    [InlineData(2, null)]
    public void Duplicates_by_class(int kinds, string? message) =>
        Assert.Equal(message, Judge("too-many-of-a-class-in-use", new DuplicateLimit { Level = "同类", ClassName = "抗血小板药", MaxKinds = 2 }, new() { KindsInUseIs = kinds }));

    [Theory]
    [InlineData("supply-at-visit", "门诊", false, false, 8, "【甲项目】开药8天，门诊一般不超过7天")]
    [InlineData("supply-at-visit", "门诊", false, false, 7, null)]
    [InlineData("supply-at-visit", "急诊", false, false, 8, null)]
    [InlineData("supply-at-visit", "门诊", false, true, 8, null)]
    [InlineData("supply-on-long-prescription", "长期处方", false, true, 8, "【甲项目】开药8天，长期处方一般不超过7天")]
    [InlineData("supply-on-long-prescription", "长期处方", true, true, 8, null)]
    [InlineData("supply-on-discharge", "出院带药", true, true, 8, "【甲项目】开药8天，出院带药一般不超过7天")]
    [InlineData("supply-on-discharge", "出院带药", false, false, 8, null)]
    public void Days_of_supply(string rule, string prescription, bool discharge, bool longPrescription, int days, string? message) =>
        Assert.Equal(message, Judge(rule, new SupplyLimit { MaxDays = 7, Prescription = prescription }, new() { SupplyDaysIs = days }, facts =>
        {
            facts.Visit.Mode = "门诊";
            facts.Line.DischargeMedication = discharge;
            facts.Line.LongPrescription = longPrescription;
        }));

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static CaseFacts AllWindows(decimal use) =>
        new() { OnDayIs = use, InHoursIs = use, InDaysIs = use, InWeekIs = use, InMonthIs = use, InStayIs = use };

    [Theory]
    [InlineData(14, null)]
    [InlineData(15, "【甲项目】支付不超过14天，含当天已使用15天")]
    public void Course_by_days_with_use(int days, string? message) =>
        Assert.Equal(message, Judge("course-days-in-a-stay", new CourseLimit { MaxDays = 14, Scope = "单次住院" }, new() { DistinctDaysIs = days }));

    [Theory]
    [InlineData(14, null)]
    [InlineData(15, "【甲项目】90天内支付不超过14天，含当天已使用15天")]
    public void Course_by_days_in_a_period(int days, string? message) =>
        Assert.Equal(
            message, Judge("course-days-in-a-period", new CourseLimit { MaxDays = 14, Scope = "周期", PeriodDays = 90 }, new() { DistinctDaysInIs = days }));

    [Theory]
    [InlineData(30, null)]
    [InlineData(31, "【甲项目】自首次使用起支付不超过30天，至当天已31天")]
    public void Course_by_span(int days, string? message) =>
        Assert.Equal(message, Judge("course-span", new CourseLimit { MaxSpanDays = 30, Scope = "单次住院" }, new() { SpanDaysIs = days }));

    [Theory]
    [InlineData(13, "【甲项目】两次间隔不短于14天，距上次仅13天")]
    [InlineData(14, null)]
    [InlineData(null, null)]
    public void Course_by_interval(int? since, string? message) =>
        Assert.Equal(message, Judge("course-interval", new CourseLimit { MinIntervalDays = 14, Scope = "单次住院" }, new() { DaysSinceLastIs = since }));

    [Theory]
    [InlineData("单日")]
    [InlineData("单次就诊")]
    [InlineData("6小时")]
    [InlineData("同一小时")]
    public void Exclusive_pairs(string window)
    {
        var pair = new ExclusivePair { OtherCode = "B", OtherName = "乙项目", Window = window };

        Assert.Equal($"【甲项目】与【乙项目】不得同时收费（{window}）", Judge("charged-together", pair, new() { OtherWithin = window }));
        Assert.Null(Judge("charged-together", pair, new()));
    }

    [Theory]
    [InlineData("20.000001", 3, "【甲项目】单价20.000001元，高于最高价格20.00元")]
    [InlineData("20", 3, null)]
    [InlineData("21", 2, null)]
    public void Price_ceiling(string price, int level, string? message) =>
        Assert.Equal(message, Judge("price-over-ceiling", new PriceCeiling { Ceiling = 20, Level = 3 }, new(), facts =>
        {
            facts.Hospital.Level = level;
            facts.Line.UnitPrice = decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture);
        }));

    [Fact]
    public void Pieces_that_are_never_paid() =>
        Assert.Equal("【甲项目】单方、复方使用均不予支付", Judge("piece-never-payable", new NotPayableItem { Mode = "单复方" }, new()));

    [Theory]
    [InlineData(true, "【甲项目】单独使用不予支付，且本处方全部由此类饮片组成")]
    [InlineData(false, null)]
    public void Pieces_that_are_not_paid_alone(bool onlyListed, string? message) =>
        Assert.Equal(message, Judge("piece-not-payable-alone", new NotPayableItem { Mode = "单方" }, new() { OnlyListedPiecesIs = onlyListed }));

    [Theory]
    [InlineData("1000.01", "【甲项目】高值耗材")]
    [InlineData("1000", null)]
    public void Flags_over_a_price(string price, string? message) =>
        Assert.Equal(message, Judge("item-flag", new ItemFlag { Kind = "高值", Text = "高值耗材", OverPrice = 1000 }, new(), facts =>
            facts.Line.UnitPrice = decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_flag_without_a_price_needs_none() =>
        Assert.Equal("【甲项目】国谈药品", Judge("item-flag", new ItemFlag { Kind = "国谈", Text = "国谈药品" }, new()));

    [Theory]
    [InlineData("7999.99", "8000", "本次就诊费用达到标准成本的80%：标准成本10000.00元，此前7999.99元，含本次8000.00元（参考标准，非限额）")]
    [InlineData("7999.98", "7999.99", null)]
    [InlineData("8000", "8000.01", null)]
    public void The_standard_cost_is_told_of_once_when_its_share_is_reached(string before, string after, string? message) =>
        Assert.Equal(message, Judge("standard-cost-reached", new BudgetThreshold { Basis = "标准成本", Percent = 80 }, new(), facts =>
        {
            facts.Budget.Before = decimal.Parse(before, System.Globalization.CultureInfo.InvariantCulture);
            facts.Budget.After = decimal.Parse(after, System.Globalization.CultureInfo.InvariantCulture);
            facts.Budget.StandardCost = 10_000;
            facts.Budget.PaymentStandard = 12_000;
        }));

    [Fact]
    public void Without_a_budget_there_is_nothing_to_reach() =>
        Assert.Null(Judge("payment-standard-reached", new BudgetThreshold { Basis = "支付标准", Percent = 100 }, new()));

    [Fact]
    public void Prose_is_shown_as_it_was_published()
    {
        var limit = new ProseLimit { RuleClass = "药品限适应症", OfficialText = "限ALT>120U/L的患者" };

        Assert.Equal("【甲项目】有药品限适应症要求，请核对：限ALT>120U/L的患者", Judge("official-text", limit, new()));
        Assert.True(Rule("official-text").Definition.IsProse);
    }
}
