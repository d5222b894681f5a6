using OrderCheck.Core.Findings;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules.Compilation;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Rules;

/// <summary>A rule whose text was compiled once, at publishing. Safe for many threads, each with facts of its own.</summary>
public sealed class CompiledRule
{
    private readonly Func<RuleFacts, bool> _matches;
    private readonly MissingInputs _missing;
    private readonly Func<KnowledgeRow, bool> _appliesTo;
    private readonly MessageTemplate _message;
    private readonly ComparedFacts _facts;

    internal CompiledRule(
        RuleDefinition definition,
        Func<RuleFacts, bool> matches,
        MissingInputs missing,
        Func<KnowledgeRow, bool> appliesTo,
        IReadOnlySet<string> readsOfEveryRow,
        MessageTemplate message,
        ComparedFacts facts)
    {
        Definition = definition;
        _matches = matches;
        _missing = missing;
        _appliesTo = appliesTo;
        ReadsOfEveryRow = readsOfEveryRow;
        _message = message;
        _facts = facts;
    }

    public RuleDefinition Definition { get; }

    public bool InForce(DateOnly day) =>
        (Definition.EffectiveFrom is not { } from || day >= from) && (Definition.EffectiveTo is not { } to || day <= to);

    /// <summary>
    /// Whether the facts break the limit. Allocates nothing. May throw (a division by zero, an overflow): the caller takes that
    /// as this rule's failure alone.
    /// </summary>
    public bool Matches(RuleFacts facts) => _matches(facts);

    /// <summary>
    /// The first input, in the rule's vocabulary ("patient.Sex"), without which the verdict is not certain; null where it is
    /// certain: a fact that is not known but could not change the verdict is not missing. Allocates nothing. May throw as
    /// <see cref="Matches"/> may.
    /// </summary>
    public string? MissingInput(RuleFacts facts) => _missing.Of(facts, null)?.Name;

    /// <summary>Every input without which the verdict is not certain, in the order of the rule's text, each once; none where it is.</summary>
    public IReadOnlyList<VocabularyEntry> MissingInputs(RuleFacts facts)
    {
        var missing = new List<VocabularyEntry>();
        _missing.Of(facts, missing);
        return missing;
    }

    /// <summary>
    /// Whether the facts break the limit although parts of their sums are not known: the known parts alone do, and nothing else
    /// is missing. May throw as <see cref="Matches"/> may.
    /// </summary>
    public bool MatchesByKnownPart(RuleFacts facts)
    {
        if (!_missing.KnownPartSuffices)
            return false;
        facts.KnownPart = true;
        try
        {
            return _missing.Of(facts, null) is null && _matches(facts);
        }
        finally
        {
            facts.KnownPart = false;
        }
    }

    /// <summary>The Chinese sentence with these facts in it; what is not known reads 未知.</summary>
    public string Message(RuleFacts facts) => _message.Fill(facts);

    /// <summary>What the rule compared, in the order of its text, each fact once.</summary>
    public IReadOnlyList<ComparedFact> Facts(RuleFacts facts) => _facts.Read(facts);

    /// <summary>See <see cref="RowKey"/>; null where the row need not have a certain text.</summary>
    internal RowKey? Key { get; init; }

    /// <summary>What <see cref="AppliesTo"/> looks at beside what rows of its kind alone have, by the names of <see cref="KnowledgeRow"/>'s members.</summary>
    internal IReadOnlySet<string> ReadsOfEveryRow { get; }

    /// <summary>The same rule at another point of its life.</summary>
    internal CompiledRule In(RuleState state) => new(Definition with { State = state }, _matches, _missing, _appliesTo, ReadsOfEveryRow, _message, _facts) { Key = Key };

    /// <summary>What was compiled, under another definition with the same texts and rows; null where that differs in them.</summary>
    internal CompiledRule? As(RuleDefinition definition) =>
        definition.Expression == Definition.Expression && definition.Message == Definition.Message && definition.Knowledge == Definition.Knowledge
            ? new(definition, _matches, _missing, _appliesTo, ReadsOfEveryRow, _message, _facts) { Key = Key }
            : null;

    /// <summary>False where the row alone makes the rule's condition false: such a pair is left out of the index.</summary>
    internal bool AppliesTo(KnowledgeRow row) => _appliesTo(row);
}
