using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Catalogue.Diseases;

/// <summary>
/// The table that limits in words are coded by (catalogue/disease_terms.csv): phrases of official sentences and the diagnoses
/// that they stand for. The longest phrase at a place counts, so that what is said more exactly goes before what it contains.
/// </summary>
public sealed class DiseaseTerms
{
    private readonly Dictionary<string, DiseaseTerm> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DiseaseTerm>.AlternateLookup<ReadOnlySpan<char>> _at;
    private int _longest;

    internal DiseaseTerms() => _at = _terms.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>In the table's order.</summary>
    public IReadOnlyCollection<DiseaseTerm> All => _terms.Values;

    /// <summary>Reads the table; what is wrong with it becomes faults, and the rest is still read.</summary>
    public static DiseaseTerms Read(RuleFile file, List<Fault> faults) => DiseaseTermReader.Read(file, faults);

    /// <summary>Codes a sentence, or says why it stays for people to read.</summary>
    public SentenceReading Code(string sentence)
    {
        var text = SentenceParts.Folded(sentence);
        var found = Find(text);
        if (found.Find(hit => hit.Term.Use == DiseaseTermUse.NoDiagnosis).Term is { } open)
            return new SentenceReading(null, $"one of its cases is no diagnosis: {open.Phrase}");
        var named = found.FindAll(hit => hit.Term.Use == DiseaseTermUse.Diagnosis);
        if (named.Count == 0)
            return new SentenceReading(null, "it names no disease that disease_terms.csv has");
        foreach (var (from, to) in SentenceParts.Alternatives(text, end => named.Exists(hit => hit.At < end)))
        {
            if (!found.Exists(hit => hit.At >= from && hit.At < to))
                return new SentenceReading(null, "one of its alternatives names no disease that disease_terms.csv has");
        }
        return new SentenceReading(CodedSentence.Of(named.ConvertAll(hit => hit.Term)), null);
    }

    /// <summary>False where the table has the phrase already.</summary>
    internal bool TryAdd(DiseaseTerm term)
    {
        var phrase = SentenceParts.Folded(term.Phrase);
        _longest = Math.Max(_longest, phrase.Length);
        return _terms.TryAdd(phrase, term);
    }

    private List<(int At, DiseaseTerm Term)> Find(string text)
    {
        var found = new List<(int, DiseaseTerm)>();
        for (var at = 0; at < text.Length;)
        {
            var length = Math.Min(_longest, text.Length - at);
            while (length > 0 && !_at.ContainsKey(text.AsSpan(at, length)))
                length--;
            if (length > 0)
                found.Add((at, _at[text.AsSpan(at, length)]));
            at += Math.Max(length, 1);
        }
        return found;
    }
}
