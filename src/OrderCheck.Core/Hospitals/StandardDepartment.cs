namespace OrderCheck.Core.Hospitals;

/// <summary>
/// Codes of departments as the settlement list has them (医保结算清单 科别): 'A' and the code of the 《医疗机构诊疗科目名录》
/// (卫医发〔1994〕第27号), A03 内科, and of a speciality of it, A03.07 内分泌专业.
/// </summary>
internal static class StandardDepartment
{
    public static bool IsCode(string text) =>
        text is ['A', ..] && Array.TrueForAll(text[1..].Split('.'), static part => part.Length == 2 && part.All(char.IsAsciiDigit));

    /// <summary>Whether the department is that one or a speciality of it.</summary>
    public static bool IsWithin(string? code, string whole) =>
        code is not null && code.StartsWith(whole, StringComparison.Ordinal) && (code.Length == whole.Length || code[whole.Length] == '.');
}
