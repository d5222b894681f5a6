using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Rules.Compilation;

/// <summary>What a rule says of the inputs that it lacks.</summary>
/// <param name="First">See <see cref="MissingFacts.First"/>.</param>
/// <param name="All">See <see cref="MissingFacts.All"/>.</param>
/// <param name="KnownPartSuffices">See <see cref="KnownPart"/>.</param>
internal sealed record MissingInputs(
    Func<RuleFacts, VocabularyEntry?> First, Func<RuleFacts, IReadOnlyList<VocabularyEntry>> All, bool KnownPartSuffices);
