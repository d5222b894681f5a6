using OrderCheck.Core.Findings;
using OrderCheck.Core.Knowledge;

namespace OrderCheck.Core.Rules.Reading;

/// <summary>Our properties of a rule, each checked against the words it may have.</summary>
internal sealed class RuleProperties
{
    private static readonly Dictionary<string, bool> Known = new()
    {
        ["title"] = true,
        ["nhsa"] = false,
        ["family"] = true,
        ["domain"] = true,
        ["severity"] = true,
        ["response"] = true,
        ["stages"] = true,
        ["decisions"] = true,
        ["knowledge"] = true,
        ["message"] = false,
        ["basis"] = false,
        ["state"] = true,
        ["effective_from"] = false,
        ["effective_to"] = false,
        ["undetermined"] = false,
    };

    private readonly JsonObject _properties;

    private RuleProperties(JsonObject properties)
    {
        _properties = properties;
        Message = properties.FilledText("message");
    }

    public string? Message { get; }

    /// <summary>Whether 'knowledge' names a kind, without which the type of <c>limit</c> is not known.</summary>
    public bool KnowledgeIsKnown => _properties.Find("knowledge") is { } value && KnowledgeKinds.TryFind(value.Text, out _);

    public static RuleProperties? Open(JsonValue value, JsonText text, List<Fault> faults) =>
        JsonObject.Open(value, "'Properties'", Known, new Dictionary<string, string>(), text, faults) is { } properties
            ? new RuleProperties(properties)
            : null;

    public void AtMessage(string message, int offset) => _properties.Fault("message", message, offset);

    /// <summary>A definition in which whatever was wrong, and was reported, has some value.</summary>
    public RuleDefinition Read(string name, string expression, string message)
    {
        var definition = new RuleDefinition
        {
            Name = name,
            Title = _properties.FilledText("title") ?? "",
            Nhsa = Numbers("nhsa"),
            Family = Family()?.Name ?? "",
            Domain = Word("domain", RuleWords.Domains),
            Severity = Word("severity", RuleWords.Severities),
            Response = Word("response", RuleWords.Responses),
            Stages = Words("stages", RuleWords.Stages, mayBeEmpty: false),
            Decisions = Words("decisions", RuleWords.Decisions, mayBeEmpty: true),
            Knowledge = Knowledge(),
            Expression = expression,
            Message = message,
            Basis = _properties.FilledText("basis"),
            State = Word("state", RuleWords.States),
            EffectiveFrom = Date("effective_from"),
            EffectiveTo = Date("effective_to"),
            ShowUndetermined = _properties.Find("undetermined") is null || Word("undetermined", RuleWords.Undetermined) == 1,
        };
        CheckTogether(definition);
        return definition;
    }

    private void CheckTogether(RuleDefinition definition)
    {
        if (definition.EffectiveTo < definition.EffectiveFrom)
            _properties.Fault("effective_to", $"'effective_to' is before 'effective_from'.");
        if (definition.Response is Response.Justify or Response.Block && OnlyInforms(definition) is { } matter)
            _properties.Fault("response", $"Rules about {matter} only inform.");
        else if (definition.Response == Response.Block && !definition.Decisions.Contains(DecisionKind.EmergencyBypass))
            _properties.Fault("response", "A rule that blocks must have 'emergency' among its decisions: care is never delayed.");
        if (definition.Decisions.Contains(DecisionKind.SelfPay) && OffersWrongly(definition) is { } reason)
            _properties.Fault("decisions", $"'self_pay' is not offered {reason}");
    }

    private static string? OnlyInforms(RuleDefinition definition) =>
        definition switch
        {
            { Domain: Domain.Money } => "money",
            { IsFlag: true } => "flags",
            { IsProse: true } => "prose",
            _ => null,
        };

    /// <summary>Self-pay would not make a wrong charge right.</summary>
    private static string? OffersWrongly(RuleDefinition definition)
    {
        if (definition.Domain is Domain.Money or Domain.Price)
            return "by rules about price or money.";
        return RuleFamily.Find(definition.Family) is { ChargeIsWrong: true } family
            ? $"in the family {family.Name}: the charge or order itself is wrong."
            : null;
    }

    private RuleFamily? Family()
    {
        if (_properties.FilledText("family") is not { } name)
            return null;
        var family = RuleFamily.Find(name);
        if (family is null)
            _properties.Fault("family", $"'{name}' is no family. Families are {string.Join(", ", RuleFamily.All.Select(known => known.Name))}.");
        return family;
    }

    private KnowledgeKind Knowledge()
    {
        if (_properties.FilledText("knowledge") is { } name)
        {
            if (KnowledgeKinds.TryFind(name, out var kind))
                return kind;
            var kinds = KnowledgeKinds.All.Select(KnowledgeKinds.NameOf);
            _properties.Fault("knowledge", $"'{name}' is no kind of knowledge. Kinds are {string.Join(", ", kinds)}.");
        }
        return KnowledgeKind.SexLimits;
    }

    private T Word<T>(string name, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        if (_properties.FilledText(name) is not { } word)
            return default;
        if (words.TryGetValue(word, out var value))
            return value;
        _properties.Fault(name, $"'{word}' is no {name}. It may be {string.Join(", ", words.Keys)}.");
        return default;
    }

    private List<T> Words<T>(string name, IReadOnlyDictionary<string, T> words, bool mayBeEmpty)
        where T : struct
    {
        var values = new List<T>();
        var text = _properties.Text(name);
        foreach (var word in text?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            var offset = text!.IndexOf(word, StringComparison.Ordinal);
            if (!words.TryGetValue(word, out var value))
                _properties.Fault(name, $"'{word}' is not one of {name}: {string.Join(", ", words.Keys)}.", offset);
            else if (values.Contains(value))
                _properties.Fault(name, $"'{word}' is there twice.", offset);
            else
                values.Add(value);
        }
        if (text is not null && values.Count == 0 && !mayBeEmpty)
            _properties.Fault(name, $"'{name}' must name at least one of {string.Join(", ", words.Keys)}.");
        return values;
    }

    private DateOnly? Date(string name)
    {
        if (_properties.FilledText(name) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", out var date))
            return date;
        _properties.Fault(name, $"'{text}' is no date of the form 2026-01-31.");
        return null;
    }

    private string? Numbers(string name)
    {
        var text = _properties.FilledText(name);
        if (text is not null && !text.Split(' ').All(word => int.TryParse(word, out var number) && number is >= 1 and <= 88))
            _properties.Fault(name, $"'{text}' must be numbers from 1 to 88 with single spaces between them.");
        return text;
    }
}
