using System.Text.Json.Nodes;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Microsoft.OpenApi;

namespace OrderCheck.Server.OpenApi;

/// <summary>Makes JSON schemas of messages, as protobuf's JSON writes them; each message and enum once, under components.</summary>
internal sealed class Schemas(OpenApiDocument document)
{
    private readonly SortedDictionary<string, IOpenApiSchema> _all = new(StringComparer.Ordinal);

    /// <summary>By name, in alphabetical order.</summary>
    public IReadOnlyDictionary<string, IOpenApiSchema> All => _all;

    public IOpenApiSchema Reference(MessageDescriptor message) =>
        Message(message.Name, message, message.Fields.InDeclarationOrder(), DescribedContract.Answered.Contains(message.FullName));

    /// <summary>Of a request's body. Fields that the path has are not in it: "PutHospitalBody" is a Hospital without its code.</summary>
    public IOpenApiSchema Body(MethodDescriptor method, Predicate<FieldDescriptor> inPath)
    {
        var fields = method.InputType.Fields.InDeclarationOrder().Where(f => !inPath(f)).ToList();
        return fields.Count == method.InputType.Fields.InDeclarationOrder().Count
            ? Reference(method.InputType)
            : Message(method.Name + "Body", method.InputType, fields, growing: false);
    }

    /// <summary>Of a field in a message, a path or a query.</summary>
    public IOpenApiSchema Property(FieldDescriptor field)
    {
        var description = DescribedContract.CommentOf(field);
        if (field.IsMap)
            return new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = Value(field.MessageType.FindFieldByNumber(2), FieldForms.Of(field)), Description = description };
        if (field.IsRepeated)
            return new OpenApiSchema { Type = JsonSchemaType.Array, Items = Value(field, FieldForms.Of(field)), Description = description };
        var value = Value(field, FieldForms.Of(field));
        // Beside a reference nothing else counts.
        if (value is not OpenApiSchema own)
            return new OpenApiSchema { AllOf = [value], Description = description };
        own.Description = description;
        return own;
    }

    public IOpenApiSchema Add(string name, OpenApiSchema schema)
    {
        _all.TryAdd(name, schema);
        return new OpenApiSchemaReference(name, document);
    }

    /// <param name="growing">It may get new fields, which a caller must bear.</param>
    private OpenApiSchemaReference Message(string name, MessageDescriptor message, IEnumerable<FieldDescriptor> fields, bool growing)
    {
        if (!_all.ContainsKey(name))
        {
            var schema = new OpenApiSchema { Type = JsonSchemaType.Object, Description = Describe(message), AdditionalPropertiesAllowed = growing };
            // Before its fields: a message may have itself inside.
            _all.Add(name, schema);
            schema.Properties = fields.ToDictionary(static f => f.JsonName, Property);
            schema.Required = fields.Where(static f => FieldForms.Of(f).Required).Select(static f => f.JsonName).ToHashSet();
        }

        return new OpenApiSchemaReference(name, document);
    }

    private IOpenApiSchema Value(FieldDescriptor field, FieldForm form) => field.FieldType switch
    {
        FieldType.Message when field.MessageType.FullName == Timestamp.Descriptor.FullName => Time(form),
        FieldType.Message => Reference(field.MessageType),
        FieldType.Enum => Reference(field.EnumType),
        FieldType.Bool => new OpenApiSchema { Type = JsonSchemaType.Boolean },
        FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
        FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => new OpenApiSchema { Type = JsonSchemaType.String, Format = "int64", Pattern = @"^-?\d{1,19}$" },
        FieldType.String => new OpenApiSchema { Type = JsonSchemaType.String, Pattern = form.FullPattern },
        FieldType.Double or FieldType.Float => new OpenApiSchema { Type = JsonSchemaType.Number, Format = field.FieldType == FieldType.Double ? "double" : "float" },
        FieldType.Bytes => new OpenApiSchema { Type = JsonSchemaType.String, Format = "byte" },
        _ => throw new NotSupportedException($"{field.FullName} is a {field.FieldType}, which the OpenAPI document has no schema for."),
    };

    /// <summary>What is not required may be null, so that generated clients do not send the year 1 for a time that is not known.</summary>
    private static OpenApiSchema Time(FieldForm form) =>
        new() { Type = form.Required ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null, Format = "date-time" };

    private OpenApiSchemaReference Reference(EnumDescriptor type)
    {
        if (!_all.ContainsKey(type.Name))
        {
            var values = type.Values.Select(static v => $"- {v.Name}: {DescribedContract.CommentOf(v)}");
            _all.Add(type.Name, new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Description = $"{DescribedContract.CommentOf(type)}\n{string.Join('\n', values)}",
                Enum = [.. type.Values.Select(static v => (JsonNode)JsonValue.Create(v.Name))],
            });
        }

        return new OpenApiSchemaReference(type.Name, document);
    }

    private static string Describe(MessageDescriptor message)
    {
        var choices = message.RealOneofs().Select(static o => $" Exactly one of {string.Join(", ", o.Fields.Select(static f => f.JsonName))} is set.");
        return DescribedContract.CommentOf(message) + string.Concat(choices);
    }
}
