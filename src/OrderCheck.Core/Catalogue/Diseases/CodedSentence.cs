namespace OrderCheck.Core.Catalogue.Diseases;

/// <summary>The diagnoses that an official sentence limits an item to: one of them is necessary, whatever else it asks for.</summary>
/// <param name="Diagnoses">In the sentence's own words, in its order.</param>
/// <param name="IcdCodes">In ordinal order, each once.</param>
/// <param name="CodedOn">The last day on which one of the words was coded.</param>
/// <param name="ConfirmedBy">Null unless every word is confirmed.</param>
public sealed record CodedSentence(IReadOnlyList<string> Diagnoses, IReadOnlyList<string> IcdCodes, string CodedBy, string CodedOn, string? ConfirmedBy)
{
    internal static CodedSentence Of(IReadOnlyList<DiseaseTerm> terms) => new(
        [.. terms.Select(term => term.Phrase.TrimEnd('：', ':')).Distinct()],
        [.. terms.SelectMany(term => term.IcdCodes).Distinct().Order(StringComparer.Ordinal)],
        Joined(terms.Select(term => term.CodedBy)),
        terms.Max(term => term.CodedOn)!,
        terms.All(term => term.ConfirmedBy is not null) ? Joined(terms.Select(term => term.ConfirmedBy!)) : null);

    private static string Joined(IEnumerable<string> names) => string.Join('、', names.Distinct());
}
