using OrderCheck.Core.Catalogue.Reading;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>Reads what diagnoses and procedures must fit, and what is looked after at admission.</summary>
internal static class CodingReader
{
    private const int MostHours = 8_760;

    private static readonly string[] Sexes = ["男", "女"];
    private static readonly string[] Prompts = ["险种", "医保登记", "患者主索引", "性别", "出生日期", "科室", "主治医师"];

    public static PrincipalDiagnosis? Principal(CsvTable table)
    {
        var (codes, hours) = (CodingFields.List(table, "diagnoses", CodeForm.DiagnosisOrChapter), table.Whole("hours", 1, MostHours));
        if (table.NoneOf("diagnoses", "hours"))
            table.Fault("diagnoses", "the row must give diagnoses or hours.");
        else if (table.Text("diagnoses") is not null && hours is not null)
            table.Fault("hours", "the row gives both diagnoses and hours; write two rows.");
        else
            return new PrincipalDiagnosis { Diagnoses = codes, Hours = hours };
        return null;
    }

    public static DiagnosisPatient? DiagnosisPatient(CsvTable table)
    {
        var (codes, sex) = (CodingFields.RequiredList(table, "diagnoses", CodeForm.DiagnosisOrChapter), table.Word("sex", Sexes));
        var (min, max, unit) = (table.Whole("min_age", 0, AgeLimitReader.MostAge), table.Whole("max_age", 0, AgeLimitReader.MostAge), table.Word("age_unit", CatalogueFiles.AgeUnits));
        var aged = !table.NoneOf("min_age", "max_age");
        if (!aged && table.NoneOf("sex"))
            table.Fault("sex", "the row must give sex, or min_age or max_age.");
        else if (aged && table.NoneOf("age_unit"))
            table.Fault("age_unit", $"the age needs a unit: {string.Join(", ", CatalogueFiles.AgeUnits)}.");
        else if (max < min)
            table.Fault("max_age", $"{max} is less than min_age {min}.");
        else if (codes is not null)
            return new DiagnosisPatient { Diagnoses = codes, Sex = sex, MinAge = min, MaxAge = max, AgeUnit = unit ?? "岁" };
        return null;
    }

    public static ProcedurePatient? ProcedurePatient(CsvTable table)
    {
        var (codes, sex) = (CodingFields.RequiredList(table, "procedures", CodeForm.Procedure), table.Word("sex", Sexes));
        var (principals, name) = (CodingFields.List(table, "principals", CodeForm.DiagnosisOrChapter), table.Text("principals_name"));
        if (table.NoneOf("sex", "principals"))
            table.Fault("sex", "the row must give sex or principals.");
        else if (table.Text("principals") is not null && name is null)
            table.Fault("principals_name", "the reader must be told in words which diagnoses these are.");
        else if (codes is not null)
            return new ProcedurePatient { Procedures = codes, Sex = sex, Principals = principals, PrincipalsName = name };
        return null;
    }

    public static CodedOperation? Operation(CsvTable table, ItemCodes items)
    {
        var (codes, charged) = (CodingFields.RequiredList(table, "procedures", CodeForm.Procedure), Items(table, items));
        var (name, both) = (table.Required("name"), table.RequiredWord("coded_must_be_charged", ["是", "否"]));
        return codes is not null && charged is not null && name is not null && both is not null
            ? new CodedOperation { Procedures = codes, Items = charged, Name = name, CodedMustBeCharged = both == "是" }
            : null;
    }

    public static DiagnosisEvidence? Evidence(CsvTable table, ItemCodes items)
    {
        var (codes, charged, name) = (CodingFields.RequiredList(table, "diagnoses", CodeForm.DiagnosisOrChapter), Items(table, items), table.Required("name"));
        return codes is not null && charged is not null && name is not null
            ? new DiagnosisEvidence { Diagnoses = codes, Items = charged, Name = name }
            : null;
    }

    public static AdmissionPrompt? Prompt(CsvTable table)
    {
        var (what, insurances, advice) = (table.RequiredWord("what", Prompts), table.Words("insurances", ConductReader.Insurances), table.Required("advice"));
        return what is not null && advice is not null ? new AdmissionPrompt { What = what, Insurances = insurances, Advice = advice } : null;
    }

    /// <summary>Codes and code prefixes of the catalogue; each has an item.</summary>
    internal static string? Items(CsvTable table, ItemCodes items)
    {
        if (table.Required("items") is not { } text)
            return null;
        foreach (var part in text.Split(CodeRanges.Separator, StringSplitOptions.TrimEntries))
        {
            if (part.Length > 0 && items.HasAny(part))
                continue;
            table.Fault("items", $"no item of the catalogue (catalogue/items.csv) begins with '{part}'; the field has codes or prefixes separated by '{CodeRanges.Separator}'.");
            return null;
        }
        return text;
    }
}
