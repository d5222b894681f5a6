using System.Collections.Concurrent;
using System.Collections.Frozen;
using Google.Protobuf.Reflection;

namespace OrderCheck.Server.Json;

/// <summary>The fields of a message by both of their JSON names.</summary>
internal static class FieldNames
{
    private static readonly ConcurrentDictionary<MessageDescriptor, FrozenDictionary<string, FieldDescriptor>> Messages = new();

    /// <returns>Null if the message has no such field.</returns>
    public static FieldDescriptor? Find(MessageDescriptor message, string name) => Messages.GetOrAdd(message, Read).GetValueOrDefault(name);

    private static FrozenDictionary<string, FieldDescriptor> Read(MessageDescriptor message) => message.Fields.InDeclarationOrder()
        .SelectMany(static f => new[] { f.Name, f.JsonName }.Distinct().Select(name => KeyValuePair.Create(name, f)))
        .ToFrozenDictionary(StringComparer.Ordinal);
}
