using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Rules.Compilation;

/// <summary>What a rule says of the inputs that it lacks.</summary>
/// <param name="Of">See <see cref="MissingFacts.Of"/>.</param>
/// <param name="KnownPartSuffices">See <see cref="KnownPart"/>.</param>
internal sealed record MissingInputs(Func<RuleFacts, List<VocabularyEntry>?, VocabularyEntry?> Of, bool KnownPartSuffices);
