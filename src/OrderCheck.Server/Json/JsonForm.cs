using System.Text.Json;
using System.Text.Unicode;
using Google.Protobuf.Reflection;
using OrderCheck.Ledger.Wire;

namespace OrderCheck.Server.Json;

/// <summary>
/// Holds a JSON text against the message it is sent as, before it is read: the reader would pass over a field that does not
/// exist, so that a typo in its name lost what it says, and would name neither place nor field of any other fault.
/// </summary>
internal sealed class JsonForm
{
    /// <summary>More faults than this help nobody.</summary>
    private const int MostViolations = 100;

    private readonly FieldSpelling _spelling;
    private readonly JsonPath _path = new();
    private readonly List<FieldViolation> _violations = [];
    private bool _hasNulls;

    private JsonForm(FieldSpelling spelling) => _spelling = spelling;

    /// <param name="body">In UTF-8.</param>
    /// <param name="message">That it must be.</param>
    /// <param name="spelling">Learns how the text spells its fields.</param>
    public static JsonFormResult Check(ReadOnlySpan<byte> body, MessageDescriptor message, FieldSpelling spelling)
    {
        if (body.IsEmpty)
            return new JsonFormResult(new JsonFault(1, 1, "", "the body is empty; {} is the least"), []);
        if (!Utf8.IsValid(body))
            return new JsonFormResult(JsonFault.At(body, FirstBroken(body), "", "the text is not UTF-8"), []);
        return new JsonForm(spelling).Check(body, message);
    }

    private JsonFormResult Check(ReadOnlySpan<byte> body, MessageDescriptor message)
    {
        var reader = new Utf8JsonReader(body);
        try
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartObject)
                CheckMessage(ref reader, message);
            else
                return new JsonFormResult(JsonFault.At(body, reader.TokenStartIndex, "", "the body is not a JSON object"), []);
            // Whatever follows the object is a fault too.
            reader.Read();
            return new JsonFormResult(null, _violations, _hasNulls);
        }
        catch (JsonException broken)
        {
            return new JsonFormResult(JsonFault.Of(body, broken, _path.ToString()), []);
        }
        catch (InvalidOperationException)
        {
            return new JsonFormResult(JsonFault.At(body, reader.TokenStartIndex, _path.ToString(), "a text has half a surrogate pair"), []);
        }
    }

    private void CheckMessage(ref Utf8JsonReader reader, MessageDescriptor message)
    {
        var seen = new MessageFields();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            _spelling.Note(name);
            _path.Enter(name);
            reader.Read();
            if (FieldNames.Find(message, name) is not { } field)
            {
                Refuse($"is no field of {message.Name}", Names(message));
                reader.Skip();
            }
            else
            {
                if (seen.Add(field, reader.TokenType != JsonTokenType.Null) is { } problem)
                    Refuse(problem, "each field once, and one of those that exclude each other");
                CheckField(ref reader, field);
            }

            _path.Leave();
        }
    }

    private void CheckField(ref Utf8JsonReader reader, FieldDescriptor field)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            _hasNulls = true;
            return;
        }

        if (field.IsMap)
            CheckMap(ref reader, field.MessageType.FindFieldByNumber(2));
        else if (field.IsRepeated)
            CheckList(ref reader, field);
        else
            CheckValue(ref reader, field);
    }

    private void CheckMap(ref Utf8JsonReader reader, FieldDescriptor values)
    {
        if (!Is(ref reader, JsonTokenType.StartObject, "an object"))
            return;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            _path.Enter(reader.GetString()!);
            reader.Read();
            CheckValue(ref reader, values);
            _path.Leave();
        }
    }

    private void CheckList(ref Utf8JsonReader reader, FieldDescriptor elements)
    {
        if (!Is(ref reader, JsonTokenType.StartArray, "a list"))
            return;
        for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            _path.EnterElement(i);
            CheckValue(ref reader, elements);
            _path.Leave();
        }
    }

    private void CheckValue(ref Utf8JsonReader reader, FieldDescriptor field)
    {
        if (field.FieldType == FieldType.Message && !field.MessageType.File.Package.StartsWith("google.", StringComparison.Ordinal))
        {
            if (Is(ref reader, JsonTokenType.StartObject, "an object"))
                CheckMessage(ref reader, field.MessageType);
        }
        else if (JsonValues.Fault(ref reader, field) is { } fault)
        {
            Refuse(fault.Problem, fault.Allowed);
            reader.Skip();
        }
        else
        {
            reader.Skip();
        }
    }

    private bool Is(ref Utf8JsonReader reader, JsonTokenType wanted, string allowed)
    {
        if (reader.TokenType == wanted)
            return true;
        Refuse($"is {JsonValues.KindOf(reader.TokenType)}", allowed);
        reader.Skip();
        return false;
    }

    private void Refuse(string problem, string allowed)
    {
        if (_violations.Count < MostViolations)
            _violations.Add(new FieldViolation(_path.ToString(), problem, allowed));
    }

    private string Names(MessageDescriptor message) =>
        string.Join(", ", message.Fields.InDeclarationOrder().Select(f => _spelling.Underscores ? f.Name : f.JsonName)) is { Length: > 0 } names ? names : "none";

    private static int FirstBroken(ReadOnlySpan<byte> body)
    {
        var at = 0;
        while (System.Text.Rune.DecodeFromUtf8(body[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
            at += length;
        return at;
    }
}
