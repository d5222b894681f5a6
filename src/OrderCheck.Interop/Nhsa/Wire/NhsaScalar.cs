using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrderCheck.Interop.Nhsa.Wire;

/// <summary>
/// Where a member's value stands in the body, and what kind of token it is. What it means is told later, where its path is known:
/// so no form of it can end the deserialising. The default is that of a member that is not there.
/// </summary>
[JsonConverter(typeof(NhsaScalarConverter))]
internal readonly struct NhsaScalar
{
    private const int KindBits = 4;
    private const int EscapedBit = 1 << KindBits;
    private const int LengthShift = KindBits + 1;

    /// <summary>Length, whether there are escapes, and kind: a line has twenty of these, and a stay ten thousand lines.</summary>
    private readonly uint _form;

    private NhsaScalar(ref readonly Utf8JsonReader reader)
    {
        var kind = reader.TokenType;
        // Of a text what is between its quotes.
        At = checked((int)reader.TokenStartIndex) + (kind == JsonTokenType.String ? 1 : 0);
        var length = kind is JsonTokenType.String or JsonTokenType.Number ? (uint)reader.ValueSpan.Length : 0;
        _form = checked(length * (1 << LengthShift)) | (kind == JsonTokenType.String && reader.ValueIsEscaped ? (uint)EscapedBit : 0) | (uint)kind;
    }

    public JsonTokenType Kind => (JsonTokenType)(_form & (EscapedBit - 1));

    public bool IsThere => _form != 0;

    public bool IsEscaped => (_form & EscapedBit) != 0;

    /// <summary>Byte offset in the body.</summary>
    public int At { get; }

    private int Length => (int)(_form >> LengthShift);

    /// <summary>That the reader stands on; of an object or array its beginning.</summary>
    public static NhsaScalar Of(ref readonly Utf8JsonReader reader) => new(in reader);

    /// <summary>The text or number as it is written.</summary>
    public ReadOnlySpan<byte> In(ReadOnlySpan<byte> body) => body.Slice(At, Length);

    /// <summary>The text without its escapes.</summary>
    /// <exception cref="InvalidOperationException">A surrogate is alone: JSON by its grammar, and no text.</exception>
    public string Unescaped(ReadOnlySpan<byte> body)
    {
        var text = new Utf8JsonReader(body.Slice(At - 1, Length + 2));
        text.Read();
        return text.GetString() ?? "";
    }
}
