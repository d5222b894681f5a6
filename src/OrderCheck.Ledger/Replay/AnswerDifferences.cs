using System.Collections;
using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Ledger.Replay;

/// <summary>Compares two answers field by field, whatever fields they have: one that is added later is compared too.</summary>
public static class AnswerDifferences
{
    /// <param name="ignored">Names of the answer's own fields that may differ.</param>
    public static IReadOnlyList<AnswerDifference> Of(Proto.CheckAnswer recorded, Proto.CheckAnswer replayed, IReadOnlyCollection<string> ignored)
    {
        var differences = new List<AnswerDifference>();
        foreach (var field in Proto.CheckAnswer.Descriptor.Fields.InFieldNumberOrder().Where(field => !ignored.Contains(field.Name)))
            Compare(field, field.Name, recorded, replayed, differences);
        return differences;
    }

    /// <summary>Records from before cards listed what they tell have only its orders' ids: that the list is there now is no difference.</summary>
    private static void Compare(string path, IMessage recorded, IMessage replayed, List<AnswerDifference> differences)
    {
        foreach (var field in recorded.Descriptor.Fields.InFieldNumberOrder())
        {
            if (!(recorded is Proto.Finding { Also.Count: 0 } && field.FieldNumber == Proto.Finding.AlsoFieldNumber))
                Compare(field, $"{path}.{field.Name}", recorded, replayed, differences);
        }
    }

    private static void Compare(FieldDescriptor field, string path, IMessage recorded, IMessage replayed, List<AnswerDifference> differences)
    {
        var (left, right) = (field.Accessor.GetValue(recorded), field.Accessor.GetValue(replayed));
        if (field.IsRepeated)
            CompareLists(path, (IList)left, (IList)right, differences);
        else
            CompareValues(path, left, right, differences);
    }

    private static void CompareValues(string path, object? left, object? right, List<AnswerDifference> differences)
    {
        if (Equals(left, right))
            return;
        if (left is IMessage recorded && right is IMessage replayed && recorded is not Google.Protobuf.WellKnownTypes.Timestamp)
            Compare(path, recorded, replayed, differences);
        else
            differences.Add(new AnswerDifference(path, Text(left), Text(right)));
    }

    /// <summary>What has a key is compared with its like, wherever it stands; that it stands elsewhere is a difference of its own.</summary>
    private static void CompareLists(string path, IList left, IList right, List<AnswerDifference> differences)
    {
        var (recorded, replayed) = (Named(left), Named(right));
        var there = replayed.ToDictionary(element => element.Name, element => element.Value, StringComparer.Ordinal);
        var then = recorded.Select(element => element.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, value) in recorded)
            CompareValues($"{path}[{name}]", value, there.GetValueOrDefault(name), differences);
        foreach (var (name, value) in replayed.Where(element => !then.Contains(element.Name)))
            CompareValues($"{path}[{name}]", null, value, differences);
        var (before, now) = (Order(recorded, there.ContainsKey), Order(replayed, then.Contains));
        if (before != now)
            differences.Add(new AnswerDifference($"{path} (order)", before, now));
    }

    private static string Order(IEnumerable<(string Name, object Value)> elements, Func<string, bool> common) =>
        string.Join(' ', elements.Select(element => element.Name).Where(common));

    private static List<(string Name, object Value)> Named(IList list)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var named = new List<(string, object)>();
        foreach (var element in list)
        {
            var key = element is Proto.Finding finding ? finding.Key : named.Count.ToString(CultureInfo.InvariantCulture);
            seen[key] = seen.GetValueOrDefault(key) + 1;
            named.Add((seen[key] == 1 ? key : $"{key}#{seen[key]}", element!));
        }
        return named;
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        Proto.Finding finding => $"{finding.Rule}: {finding.Message}",
        IMessage message => JsonFormatter.Default.Format(message),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
