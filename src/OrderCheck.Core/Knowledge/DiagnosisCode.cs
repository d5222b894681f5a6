namespace OrderCheck.Core.Knowledge;

/// <summary>Which classification a diagnosis is coded by.</summary>
internal static class DiagnosisCode
{
    /// <summary>
    /// A TCM disease or syndrome (中医病名、证候): A07.02.01 (GB/T 15657—2021) has a second dot, BNV010 (GB/T 15657—1995) a second
    /// letter; an ICD-10 code has neither.
    /// </summary>
    public static bool IsOfTcm(string code) =>
        code.Length > 1 && (char.IsAsciiLetter(code[1]) || code.AsSpan().Count('.') > 1);
}
