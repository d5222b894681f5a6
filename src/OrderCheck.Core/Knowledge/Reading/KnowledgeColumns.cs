using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>Each kind's own columns, and the reading of its row.</summary>
internal static class KnowledgeColumns
{
    public static CsvColumn[] Of(KnowledgeKind kind) => kind switch
    {
        _ when RelationReader.ColumnsOf(kind) is { } columns => columns,
        KnowledgeKind.SexLimits => [CsvColumn.Must("sex")],
        KnowledgeKind.AgeLimits =>
            [CsvColumn.May("age_group"), CsvColumn.May("min_age"), CsvColumn.May("max_age"), CsvColumn.May("age_unit")],
        KnowledgeKind.InsuranceLimits => [CsvColumn.Must("insurance")],
        KnowledgeKind.FacilityLimits =>
            [CsvColumn.May("lowest_level"), CsvColumn.May("highest_level"), CsvColumn.May("facility_types"), CsvColumn.May("specialist_level")],
        KnowledgeKind.VisitLimits => [CsvColumn.May("allowed_modes"), CsvColumn.May("denied_modes")],
        KnowledgeKind.FrequencyLimits => CountedLimitReader.FrequencyColumns,
        KnowledgeKind.CourseLimits => CountedLimitReader.CourseColumns,
        KnowledgeKind.TotalLimits => CountedLimitReader.TotalColumns,
        KnowledgeKind.DoseLimits => DrugLimitReader.DoseColumns,
        KnowledgeKind.DuplicateLimits => DrugLimitReader.DuplicateColumns,
        KnowledgeKind.SupplyLimits => DrugLimitReader.SupplyColumns,
        KnowledgeKind.ExclusivePairs => [CsvColumn.Must("other_code"), CsvColumn.Must("other_name"), CsvColumn.Must("window")],
        KnowledgeKind.PriceCeilings => [CsvColumn.May("kind"), CsvColumn.May("level"), CsvColumn.Must("ceiling"), CsvColumn.May("unit")],
        KnowledgeKind.NotPayable => [CsvColumn.Must("mode")],
        KnowledgeKind.Flags => [CsvColumn.Must("kind"), CsvColumn.Must("text"), CsvColumn.May("over_price")],
        KnowledgeKind.BudgetThresholds => [CsvColumn.Must("basis"), CsvColumn.Must("percent")],
        KnowledgeKind.DiagnosisLimits => DiagnosisLimitReader.Columns,
        KnowledgeKind.Contraindications => ContraindicationReader.Columns,
        KnowledgeKind.StepTherapies => StepTherapyReader.Columns,
        KnowledgeKind.DepartmentLimits => StaffLimitReader.DepartmentColumns,
        KnowledgeKind.LicenceLimits => StaffLimitReader.LicenceColumns,
        KnowledgeKind.Consents => [CsvColumn.Must("case")],
        KnowledgeKind.DrugCounts => [CsvColumn.Must("scope"), CsvColumn.Must("most_kinds")],
        KnowledgeKind.PrincipalDiagnoses => [CsvColumn.May("diagnoses"), CsvColumn.May("hours")],
        KnowledgeKind.DiagnosisPatients => [CsvColumn.Must("diagnoses"), CsvColumn.May("sex"), CsvColumn.May("min_age"), CsvColumn.May("max_age"), CsvColumn.May("age_unit")],
        KnowledgeKind.ProcedurePatients => [CsvColumn.Must("procedures"), CsvColumn.May("sex"), CsvColumn.May("principals"), CsvColumn.May("principals_name")],
        KnowledgeKind.CodedOperations => [CsvColumn.Must("procedures"), CsvColumn.Must("items"), CsvColumn.Must("name"), CsvColumn.Must("coded_must_be_charged")],
        KnowledgeKind.DiagnosisEvidence => [CsvColumn.Must("diagnoses"), CsvColumn.Must("items"), CsvColumn.Must("name")],
        KnowledgeKind.AdmissionPrompts => [CsvColumn.Must("what"), CsvColumn.May("insurances"), CsvColumn.Must("advice")],
        KnowledgeKind.StayWindows => [CsvColumn.Must("side"), CsvColumn.Must("days"), CsvColumn.May("med_types"), CsvColumn.May("purpose")],
        KnowledgeKind.ChargeOrders => [CsvColumn.May("kinds")],
        KnowledgeKind.FeeTypeChanges => [CsvColumn.May("to")],
        KnowledgeKind.SiteNeeds => [CsvColumn.Must("what"), CsvColumn.May("per_unit")],
        KnowledgeKind.ReadmissionWindows => ReadmissionReader.Columns,
        KnowledgeKind.PerioperativeAntibiotics => PerioperativeReader.Columns,
        KnowledgeKind.Pathways => PathwayReader.PathwayColumns,
        KnowledgeKind.PathwayItems => PathwayReader.ItemColumns,
        KnowledgeKind.PathwayPreferences => PathwayReader.PreferenceColumns,
        _ => [CsvColumn.Must("rule_class")],
    };

    /// <summary>The row without item, dates and origin; null where it says nothing usable, which was reported.</summary>
    public static KnowledgeRow? ReadRow(CsvTable table, KnowledgeKind kind, CodeTables codes, ItemCodes items) => kind switch
    {
        _ when RelationReader.ColumnsOf(kind) is not null => RelationReader.ReadRow(table, kind, codes, items),
        KnowledgeKind.SexLimits => table.RequiredWord("sex", ["男", "女"]) is { } sex ? new SexLimit { Sex = sex } : null,
        KnowledgeKind.AgeLimits => AgeLimitReader.Read(table, codes),
        KnowledgeKind.InsuranceLimits => PlaceLimitReader.Insurance(table),
        KnowledgeKind.FacilityLimits => PlaceLimitReader.Facility(table),
        KnowledgeKind.VisitLimits => PlaceLimitReader.Visit(table),
        KnowledgeKind.FrequencyLimits => CountedLimitReader.Frequency(table, items),
        KnowledgeKind.CourseLimits => CountedLimitReader.Course(table, items),
        KnowledgeKind.TotalLimits => CountedLimitReader.Total(table, items),
        KnowledgeKind.DoseLimits => DrugLimitReader.Dose(table, codes),
        KnowledgeKind.DuplicateLimits => DrugLimitReader.Duplicate(table, items),
        KnowledgeKind.SupplyLimits => DrugLimitReader.Supply(table),
        KnowledgeKind.ExclusivePairs => TimeLimitReader.Pair(table, items),
        KnowledgeKind.PriceCeilings => MoneyLimitReader.Price(table),
        KnowledgeKind.NotPayable => table.RequiredWord("mode", ["单复方", "单方", "自费"]) is { } mode ? new NotPayableItem { Mode = mode } : null,
        KnowledgeKind.Flags => MoneyLimitReader.Flag(table),
        KnowledgeKind.BudgetThresholds => MoneyLimitReader.Budget(table),
        KnowledgeKind.DiagnosisLimits => DiagnosisLimitReader.Read(table),
        KnowledgeKind.Contraindications => ContraindicationReader.Read(table),
        KnowledgeKind.StepTherapies => StepTherapyReader.Read(table, items),
        KnowledgeKind.DepartmentLimits => StaffLimitReader.Department(table),
        KnowledgeKind.LicenceLimits => StaffLimitReader.Licence(table),
        KnowledgeKind.Consents => PrescribingReader.Consent(table),
        KnowledgeKind.DrugCounts => PrescribingReader.Count(table),
        KnowledgeKind.PrincipalDiagnoses => CodingReader.Principal(table),
        KnowledgeKind.DiagnosisPatients => CodingReader.DiagnosisPatient(table),
        KnowledgeKind.ProcedurePatients => CodingReader.ProcedurePatient(table),
        KnowledgeKind.CodedOperations => CodingReader.Operation(table, items),
        KnowledgeKind.DiagnosisEvidence => CodingReader.Evidence(table, items),
        KnowledgeKind.AdmissionPrompts => CodingReader.Prompt(table),
        KnowledgeKind.StayWindows => ConductReader.Window(table, codes),
        KnowledgeKind.ChargeOrders => ConductReader.Need(table),
        KnowledgeKind.FeeTypeChanges => ConductReader.Change(table),
        KnowledgeKind.SiteNeeds => ConductReader.Sites(table),
        KnowledgeKind.ReadmissionWindows => ReadmissionReader.Read(table),
        KnowledgeKind.PerioperativeAntibiotics => PerioperativeReader.Read(table),
        KnowledgeKind.Pathways => PathwayReader.Pathway(table),
        KnowledgeKind.PathwayItems => PathwayReader.Item(table, items),
        KnowledgeKind.PathwayPreferences => PathwayReader.Preference(table, items),
        _ => table.Required("rule_class") is { } ruleClass ? new ProseLimit { RuleClass = ruleClass } : null,
    };
}
