namespace OrderCheck.Core.Knowledge;

/// <summary>What the codes of a classification look like.</summary>
/// <param name="Shortest">Characters that a code or prefix has at least.</param>
/// <param name="BeginsWithLetter">Else with two digits.</param>
/// <param name="Allowed">For whoever reads a fault.</param>
public sealed record CodeForm(int Shortest, bool BeginsWithLetter, string Allowed)
{
    private const int LongestCode = 32;

    /// <summary>ICD-10 or TCM from the category on, a letter and two digits: less would be a whole chapter, too easily a slip.</summary>
    public static readonly CodeForm Diagnosis = new(3, true, "code, prefix (at least 3 characters) or range like C50.0-C50.9");

    /// <summary>Whole chapters too (O: 妊娠、分娩和产褥期), where a row is about the coding itself.</summary>
    public static readonly CodeForm DiagnosisOrChapter = new(1, true, "ICD-10 code, prefix or range like O80, N40-N51 or O");

    /// <summary>ICD-9-CM-3.</summary>
    public static readonly CodeForm Procedure = new(2, false, "ICD-9-CM-3 code, prefix or range like 36.0 or 65-71");

    internal bool IsCode(string text) =>
        text.Length >= Shortest && text.Length <= LongestCode
        && (BeginsWithLetter ? char.IsAsciiLetterUpper(text[0]) : char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[1]))
        && text.All(static character => char.IsAsciiLetterOrDigit(character) || character is '.' or '*');
}
