namespace OrderCheck.Core.Rules.Compilation;

/// <summary>A message with its placeholders compiled.</summary>
internal sealed class MessageTemplate(string[] texts, Func<RuleFacts, string>[] values)
{
    /// <summary>texts[0] values[0] texts[1] values[1] … texts[n].</summary>
    public string Fill(RuleFacts facts)
    {
        var parts = new string[texts.Length + values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            parts[2 * i] = texts[i];
            parts[2 * i + 1] = values[i](facts);
        }
        parts[^1] = texts[^1];
        return string.Concat(parts);
    }
}
