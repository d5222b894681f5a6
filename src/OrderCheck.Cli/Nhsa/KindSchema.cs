namespace OrderCheck.Cli.Nhsa;

/// <summary>A kind of knowledge: its file and the columns that only it has.</summary>
internal sealed record KindSchema(string Name, IReadOnlyList<string> OwnColumns)
{
    public static readonly KindSchema Sex = new("sex_limits", ["sex"]);
    public static readonly KindSchema Age = new("age_limits", ["age_group", "min_age", "max_age", "age_unit"]);
    public static readonly KindSchema Insurance = new("insurance_limits", ["insurance"]);
    public static readonly KindSchema Facility = new("facility_limits", ["lowest_level", "highest_level", "facility_types", "specialist_level"]);
    public static readonly KindSchema Visit = new("visit_limits", ["allowed_modes", "denied_modes"]);
    public static readonly KindSchema Frequency = new("frequency_limits", ["max_quantity", "unit", "window", "period_days"]);
    public static readonly KindSchema Course = new("course_limits", ["max_days", "max_span_days", "min_interval_days", "scope", "period_days"]);
    public static readonly KindSchema Pair = new("exclusive_pairs", ["other_code", "other_name", "window"]);
    public static readonly KindSchema Incision = new("incision_groups", ["group_name", "rate"]);
    public static readonly KindSchema NotPayable = new("not_payable", ["mode"]);
    public static readonly KindSchema Ceiling = new("price_ceilings", ["kind", "level", "ceiling", "unit"]);
    public static readonly KindSchema Flag = new("flags", ["kind", "text", "over_price"]);
    public static readonly KindSchema Diagnosis =
        new("diagnosis_limits", ["diagnoses", "icd_codes", "tcm_codes", "position", "certainty", "coded_by", "coded_on", "confirmed_by"]);
    public static readonly KindSchema Text = new("texts", ["rule_class"]);

    /// <summary>Every kind that is about items; the budget's thresholds are not.</summary>
    public static readonly IReadOnlyList<KindSchema> All =
        [Sex, Age, Insurance, Facility, Visit, Frequency, Course, Pair, Incision, NotPayable, Ceiling, Flag, Diagnosis, Text];

    public IEnumerable<string> Header =>
        ["item_code", "item_name", .. OwnColumns, "effective_from", "effective_to", "rule_code", "rule_name", "official_text", "batch", "point_id", "source"];

    public CodedLimit Of(params string[] values) => new(this, values);
}
