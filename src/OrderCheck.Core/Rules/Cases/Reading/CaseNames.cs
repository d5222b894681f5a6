using System.Collections.Frozen;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Rules.Cases.Reading;

/// <summary>What the names in case files stand for, in one release.</summary>
internal sealed class CaseNames
{
    private static readonly string[] BuiltIn = [BuiltInFindings.UnknownItem, BuiltInFindings.NotExpanded, BuiltInFindings.OutsideStay];

    private readonly Release _release;
    private readonly FrozenDictionary<string, string[]> _codes;
    private readonly FrozenSet<string> _rules;

    public CaseNames(Release release)
    {
        _release = release;
        _codes = release.Catalogue.Codes
            .SelectMany(code => release.Catalogue.NamesOf(code).Select(name => (Name: name, Code: code)))
            .GroupBy(item => item.Name, StringComparer.Ordinal)
            .ToFrozenDictionary(
                same => same.Key, same => same.Select(item => item.Code).Distinct().Order(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
        _rules = release.Rules.Select(rule => rule.Definition.Name).Concat(BuiltIn).ToFrozenSet(StringComparer.Ordinal);
    }

    public bool KnowsRule(string name) => _rules.Contains(name);

    public string NoRule(string name) => $"'{name}' is no rule. Rules are {string.Join(", ", _rules.Order(StringComparer.Ordinal))}.";

    /// <summary>The code that is written, or whose name is written, or both with a space between.</summary>
    /// <param name="refusal">Why there is none.</param>
    public string? Item(string written, out string? refusal)
    {
        refusal = null;
        if (_release.Catalogue.Knows(written))
            return written;
        if (_codes.TryGetValue(written, out var codes))
        {
            if (codes.Length == 1)
                return codes[0];
            refusal = $"'{written}' is the name of {codes.Length} items. Write it with its code: {string.Join(" or ", codes.Select(code => $"'{written} {code}'"))}.";
            return null;
        }
        var space = written.LastIndexOf(' ');
        if (space > 0 && _codes.TryGetValue(written[..space], out codes) && codes.Contains(written[(space + 1)..]))
            return written[(space + 1)..];
        refusal = $"'{written}' is neither a code nor a name of the catalogue (catalogue/items.csv), nor a name and its code with a space between.";
        return null;
    }

    /// <summary>insutype by its code, its name, or what rule text calls it; "self_pay" for 自费.</summary>
    public string? Insurance(string written, out string? refusal)
    {
        refusal = null;
        if (written is "自费" or "self_pay")
            return "self_pay";
        var types = _release.Codes.InsuranceTypes.Values.OrderBy(type => type.Code, StringComparer.Ordinal).ToList();
        var found = types.Find(type => type.Code == written) ?? types.Find(type => type.Name == written) ?? types.Find(type => type.Insurance == written);
        if (found is null)
            refusal = $"'{written}' is no insurance. It may be {Words(types.SelectMany(type => new[] { type.Insurance, type.Name, type.Code }))}.";
        return found?.Code;
    }

    /// <summary>med_type by its code, its name, or what rule text calls it.</summary>
    public string? MedType(string written, out string? refusal)
    {
        refusal = null;
        var types = _release.Codes.MedTypes.Values.OrderBy(type => type.Code, StringComparer.Ordinal).ToList();
        var found = types.Find(type => type.Code == written) ?? types.Find(type => type.Name == written) ?? types.Find(type => type.Mode == written);
        if (found is null)
            refusal = $"'{written}' is no kind of visit. It may be {Words(types.SelectMany(type => new[] { type.Mode, type.Name, type.Code }))}.";
        return found?.Code;
    }

    /// <summary>A fact by its name ("patient.Sex") or its label (患者性别); other inputs, such as a prose limit's class, as they are.</summary>
    public static string Input(string written) =>
        RuleVocabulary.Entries.FirstOrDefault(entry => entry.CanBeMissing && entry.Label == written)?.Name ?? written;

    public static string Words(IEnumerable<string> words) => string.Join(", ", words.Distinct());
}
