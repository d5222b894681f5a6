using System.Text;
using System.Text.Json;
using Google.Protobuf.Reflection;
using OrderCheck.Ledger.Wire;

namespace OrderCheck.Server.Json;

/// <summary>Holds a query against the fields that it may set: one that is not known would be passed over in silence.</summary>
internal static class QueryForm
{
    /// <param name="query">Of the request.</param>
    /// <param name="message">That the request becomes.</param>
    /// <param name="inBody">The body carries the whole message: nothing is read from the query.</param>
    /// <param name="spelling">Learns how the query spells its fields.</param>
    public static IReadOnlyList<FieldViolation> Check(IQueryCollection query, MessageDescriptor message, bool inBody, FieldSpelling spelling)
    {
        var violations = new List<FieldViolation>();
        foreach (var (name, values) in query)
        {
            spelling.Note(name);
            if (inBody)
                violations.Add(new FieldViolation(name, "is in the query", "fields in the body alone"));
            else if (Find(message, name) is not { } field)
                violations.Add(new FieldViolation(name, $"is no field of {message.Name}", Names(message)));
            else if (values.Count != 1 && !field.IsRepeated)
                violations.Add(new FieldViolation(name, "is given twice", "each field once"));
            else
                violations.AddRange(values.Select(v => Fault(field, v ?? "")).OfType<(string Problem, string Allowed)>().Select(f => new FieldViolation(name, f.Problem, f.Allowed)));
        }

        return violations;
    }

    private static FieldDescriptor? Find(MessageDescriptor message, string name)
    {
        FieldDescriptor? field = null;
        var inside = message;
        foreach (var step in name.Split('.'))
        {
            field = inside is null ? null : FieldNames.Find(inside, step);
            if (field is null)
                return null;
            inside = field.FieldType == FieldType.Message ? field.MessageType : null;
        }

        return field;
    }

    private static (string, string)? Fault(FieldDescriptor field, string value)
    {
        var json = field.FieldType == FieldType.Bool && value is "true" or "false" ? value : JsonSerializer.Serialize(value);
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return JsonValues.Fault(ref reader, field, inQuery: true);
    }

    private static string Names(MessageDescriptor message) => string.Join(", ", message.Fields.InDeclarationOrder().Select(static f => f.JsonName));
}
