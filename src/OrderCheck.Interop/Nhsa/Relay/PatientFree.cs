using System.Text;
using System.Text.RegularExpressions;

namespace OrderCheck.Interop.Nhsa.Relay;

/// <summary>Takes out of others' free text what may be a patient's, before it is shown, logged or kept.</summary>
public static partial class PatientFree
{
    private const int Longest = 200;
    private const string InPlaceOfName = "患者";

    /// <summary>Names of the request's patients become 患者, long numbers (identity card, telephone, insurance) "***"; at most 200 characters.</summary>
    public static string Text(string text, IReadOnlyCollection<string> names)
    {
        var cut = LongNumber().Replace(WithoutNames(text, names), "***");
        return cut.Length <= Longest ? cut : cut[..(char.IsHighSurrogate(cut[Longest - 1]) ? Longest - 1 : Longest)];
    }

    /// <summary>Takes the names alone out of JSON in UTF-8: what is left is as it was.</summary>
    public static ReadOnlyMemory<byte> Json(ReadOnlyMemory<byte> json, IReadOnlyCollection<string> names) =>
        names.Any(name => IsName(name) && json.Span.IndexOf(Encoding.UTF8.GetBytes(name)) >= 0)
            ? Encoding.UTF8.GetBytes(WithoutNames(Encoding.UTF8.GetString(json.Span), names))
            : json;

    private static string WithoutNames(string text, IReadOnlyCollection<string> names) =>
        names.Where(IsName).OrderByDescending(static name => name.Length)
            .Aggregate(text, static (rest, name) => rest.Replace(name, InPlaceOfName, StringComparison.Ordinal));

    /// <summary>One character alone stands in too many words, and a name in letters or digits could be part of the JSON itself.</summary>
    private static bool IsName(string name) => name.Length >= 2 && name.All(static c => c >= '\u2E80' || c == '·');

    [GeneratedRegex("[0-9]{11,}[Xx]?")]
    private static partial Regex LongNumber();
}
