using System.Text;
using System.Text.Json;

namespace OrderCheck.Server.Json;

/// <summary>Where a text stops being JSON.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in characters.</param>
/// <param name="Field">The field that was being read, as the request spells it; "" before the first.</param>
/// <param name="Problem">English.</param>
internal sealed record JsonFault(long Line, int Column, string Field, string Problem)
{
    /// <param name="body">The text.</param>
    /// <param name="at">Byte in it.</param>
    /// <param name="field">That was being read.</param>
    /// <param name="problem">English.</param>
    public static JsonFault At(ReadOnlySpan<byte> body, long at, string field, string problem)
    {
        var before = body[..(int)Math.Min(at, body.Length)];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new JsonFault(before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1, field, problem);
    }

    /// <param name="body">The text.</param>
    /// <param name="broken">What its reader says.</param>
    /// <param name="field">That was being read.</param>
    public static JsonFault Of(ReadOnlySpan<byte> body, JsonException broken, string field)
    {
        var at = 0;
        for (var line = broken.LineNumber ?? 0; line > 0; line--)
            at += body[at..].IndexOf((byte)'\n') + 1;
        return At(body, at + (broken.BytePositionInLine ?? 0), field, FirstSentence(broken.Message));
    }

    /// <summary>The rest is about the reader's options and repeats the place.</summary>
    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? message.TrimEnd('.') : message[..end];
    }
}
