using System.Text.Json;

namespace OrderCheck.Core.Rules.Reading;

/// <summary>A JSON value that knows where in its file it begins.</summary>
/// <param name="At">Byte offset of its first character; of a text's opening quote.</param>
/// <param name="Kind">Of the token that it begins with.</param>
/// <param name="Text">Of a text or number; "" elsewhere.</param>
/// <param name="Escaped">The text has escapes, so that places within it cannot be told.</param>
/// <param name="Members">Of an object, in file order.</param>
/// <param name="Elements">Of an array.</param>
internal sealed record JsonValue(
    long At, JsonTokenType Kind, string Text, bool Escaped, IReadOnlyList<JsonMember> Members, IReadOnlyList<JsonValue> Elements);

/// <param name="At">Byte offset of the name's opening quote.</param>
internal sealed record JsonMember(string Name, long At, JsonValue Value);
