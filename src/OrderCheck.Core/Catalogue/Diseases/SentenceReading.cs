namespace OrderCheck.Core.Catalogue.Diseases;

/// <summary>What became of a sentence: coded, or why it stays for people to read.</summary>
/// <param name="Coded">Null where it is not coded.</param>
/// <param name="WhyNot">English; null where it is coded.</param>
public sealed record SentenceReading(CodedSentence? Coded, string? WhyNot);
