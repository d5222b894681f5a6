using Google.Protobuf.Reflection;

namespace OrderCheck.Server.Json;

/// <summary>The fields of one JSON object so far.</summary>
internal sealed class MessageFields
{
    private readonly HashSet<int> _numbers = [];
    private List<FieldDescriptor>? _chosen;

    /// <param name="field">Is met now.</param>
    /// <param name="hasValue">It is not null.</param>
    /// <returns>What is wrong with it being there; null if nothing.</returns>
    public string? Add(FieldDescriptor field, bool hasValue)
    {
        if (!_numbers.Add(field.FieldNumber))
            return "is given twice";
        if (field.RealContainingOneof is not { } choice || !hasValue)
            return null;
        _chosen ??= [];
        var other = _chosen.Find(f => f.RealContainingOneof == choice);
        _chosen.Add(field);
        return other is null ? null : $"is given beside {other.JsonName}";
    }
}
