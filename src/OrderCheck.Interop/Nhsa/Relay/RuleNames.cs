using System.Text;

namespace OrderCheck.Interop.Nhsa.Relay;

/// <summary>Names of rules as they are compared.</summary>
internal static class RuleNames
{
    /// <summary>Without spaces and punctuation, full-width letters and digits as half-width, in lower case: "限 支付疗程（14天）" is "限支付疗程14天".</summary>
    public static string Normal(string name)
    {
        var normal = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
                normal.Append(char.ToLowerInvariant(c));
        }

        return normal.ToString();
    }
}
