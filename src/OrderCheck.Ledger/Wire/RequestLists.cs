namespace OrderCheck.Ledger.Wire;

/// <summary>What holds for every list of a request: its length, and that no id comes twice.</summary>
internal static class RequestLists
{
    public static IReadOnlyList<TFact> ReadList<TMessage, TFact>(
        this FieldReader reader, string list, IReadOnlyList<TMessage> messages, int largest, Func<TMessage, string> id, Func<FieldReader, TMessage, TFact> read)
    {
        reader.Leave();
        if (messages.Count == 0 || messages.Count > largest)
        {
            reader.Refuse(list, $"has {messages.Count} elements", $"1 to {largest}");
            return [];
        }

        var facts = new List<TFact>(messages.Count);
        var seen = new Dictionary<string, int>(messages.Count, StringComparer.Ordinal);
        for (var i = 0; i < messages.Count; i++)
        {
            reader.Enter(list, i);
            if (!seen.TryAdd(id(messages[i]), i))
                reader.Refuse("id", $"{FieldReader.Quote(id(messages[i]))} is the id of {list}[{seen[id(messages[i])]}] too", "each id once in a call");
            facts.Add(read(reader, messages[i]));
        }

        reader.Leave();
        return facts;
    }
}
