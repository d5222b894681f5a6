using OrderCheck.Core.Checks;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Reading;

namespace OrderCheck.Core.Regions;

/// <summary>Our words for codes of NHSA's tables, as the column <c>means</c> of a region's codes.csv has them.</summary>
public static class RegionWords
{
    /// <summary>vola_bhvr_type of families and domains that no row names.</summary>
    public const string Any = "*";

    public const string Yes = "yes";
    public const string No = "no";
    public const string SelfPay = "self_pay";
    public const string Inpatient = "inpatient";
    public const string Outpatient = "outpatient";
    public const string Pharmacy = "pharmacy";
    public const string Drug = "drug";
    public const string Herb = "herb";
    public const string Service = "service";
    public const string Consumable = "consumable";
    public const string Male = "male";
    public const string Female = "female";
    public const string Indeterminate = "indeterminate";
    public const string Pregnant = "pregnant";
    public const string Lactating = "lactating";
    public const string None = "none";
    public const string DischargeMedication = "discharge_medication";
    public const string Known = "known";
    public const string Unknown = "unknown";
    public const string Offender = "offender";
    public const string Counterpart = "counterpart";
    public const string Before = "before";
    public const string During = "during";
    public const string Continue = "continue";
    public const string Change = "change";
    public const string Admission = "admission";
    public const string Discharge = "discharge";

    private static readonly string[] Flag = [Yes, No];

    /// <summary>By table the words that it may have; tables that are not here carry no meaning of ours.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        [NhsaTables.Severity] = [.. RuleWords.Severities.Keys, .. RuleWords.Severities.Keys.SelectMany(severity => RuleWords.Responses.Keys.Select(response => $"{severity}/{response}"))],
        [NhsaTables.Behaviour] = [Any, .. RuleWords.Domains.Keys, .. RuleFamily.All.Select(family => family.Name)],
        [NhsaTables.AmountState] = [Known, Unknown],
        [NhsaTables.ItemRole] = [Offender, Counterpart],
        [NhsaTables.Sex] = [Male, Female, Unknown, Indeterminate],
        [NhsaTables.Pregnancy] = [None, Pregnant, Lactating],
        [NhsaTables.ItemKind] = [Drug, Herb, Service, Consumable],
        [NhsaTables.VisitKind] = [Outpatient, Inpatient, Pharmacy],
        [NhsaTables.FacilityLevel] = ["1", "2", "3"],
        [NhsaTables.FacilityType] = ["综合", "专科", "中医", "基层"],
        [NhsaTables.Reimbursed] = [SelfPay, "insured"],
        [NhsaTables.OrderBehaviour] = [DischargeMedication],
        [NhsaTables.DoctorTitle] = [.. DoctorTitle.All],
        [NhsaTables.DiagnosisSide] = [Admission, Discharge],
        [NhsaTables.Principal] = Flag,
        [NhsaTables.PrincipalOperation] = Flag,
        [NhsaTables.LongTerm] = Flag,
        [NhsaTables.Current] = Flag,
        [NhsaTables.WarnType] = [Before, During],
        [NhsaTables.Disposition] = [Continue, Change],
    };

    /// <summary>Tables whose meaning is a national code: the region's own stands for it.</summary>
    private static readonly HashSet<string> Translated = [NhsaTables.MedType, NhsaTables.InsuranceType];

    public static string Of(Severity severity) => WordOf(RuleWords.Severities, severity);

    public static string Of(Response response) => WordOf(RuleWords.Responses, response);

    public static string Of(Domain domain) => WordOf(RuleWords.Domains, domain);

    /// <summary>"C O": null where a letter is none of a stage.</summary>
    public static IReadOnlyList<Stage>? StagesOf(string letters)
    {
        var stages = new List<Stage>();
        foreach (var letter in letters.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!RuleWords.Stages.TryGetValue(letter, out var stage))
                return null;
            stages.Add(stage);
        }
        return stages;
    }

    /// <summary>What is wrong with a word of a table; null where nothing is.</summary>
    internal static string? FaultOf(string table, string word)
    {
        if (table == NhsaTables.Scenario)
            return StagesOf(word) is { Count: > 0 } ? null : $"'{word}' is no list of stages: {string.Join(", ", RuleWords.Stages.Keys)} with spaces between.";
        if (Translated.Contains(table))
            return null;
        if (!Allowed.TryGetValue(table, out var words))
            return $"nothing reads what codes of {table} mean; leave it empty.";
        return words.Contains(word) ? null : $"'{word}' is not one of {string.Join(", ", words)}; several are separated by '|'.";
    }

    private static string WordOf<T>(IReadOnlyDictionary<string, T> words, T value)
        where T : struct, Enum
    {
        foreach (var (word, meaning) in words)
        {
            if (EqualityComparer<T>.Default.Equals(meaning, value))
                return word;
        }
        return "";
    }
}
