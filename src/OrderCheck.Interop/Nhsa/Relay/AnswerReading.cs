using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using OrderCheck.Interop.Nhsa.Wire;

namespace OrderCheck.Interop.Nhsa.Relay;

/// <summary>Reads answers to 3101 and 3102, whoever wrote them.</summary>
internal static class AnswerReading
{
    /// <exception cref="JsonException">It is no JSON object.</exception>
    public static BureauAnswerNode Answer(ReadOnlyMemory<byte> utf8, RelayForm form) =>
        Deserialize<BureauAnswerNode>(utf8, form) is { Itself.Kind: JsonTokenType.StartObject, Objects: [{ } only] } ? only : throw new JsonException("It is no object.");

    /// <summary>The rows of an answer: of an array, of one object alone, or none.</summary>
    /// <exception cref="JsonException">A text in them is none.</exception>
    public static IReadOnlyList<ResultRow> Rows(BureauAnswerNode answer, ReadOnlyMemory<byte> utf8, RelayForm form) =>
        Read(() => (IReadOnlyList<ResultRow>)[.. Objects(answer.Output).Take(1).SelectMany(static output => Objects(output.Result)).Select(row => Row(row, utf8, form))]);

    /// <summary>An array of rows alone.</summary>
    /// <exception cref="JsonException">It is none, or a text in it is none.</exception>
    public static IReadOnlyList<ResultRow> Rows(ReadOnlyMemory<byte> array, RelayForm form)
    {
        var rows = Deserialize<BureauRowNode>(array, form);
        return Read(() => (IReadOnlyList<ResultRow>)[.. Objects(rows).Select(row => Row(row, array, form))]);
    }

    /// <summary>Numbers as they are written, "" for anything that is neither text nor number.</summary>
    /// <exception cref="JsonException">It is a text that is none.</exception>
    public static string Text(NhsaScalar value, ReadOnlyMemory<byte> utf8) => Read(() => TextOf(value, utf8.Span));

    private static NhsaNodes<T> Deserialize<T>(ReadOnlyMemory<byte> utf8, RelayForm form)
        where T : NhsaNode =>
        Utf8.IsValid(utf8.Span) ? JsonSerializer.Deserialize(utf8.Span, BureauNames.Of<T>(form.Names))! : throw new JsonException("It is not UTF-8.");

    private static ResultRow Row(BureauRowNode row, ReadOnlyMemory<byte> utf8, RelayForm form)
    {
        var body = utf8.Span;
        var details = new List<(string Line, bool Offends)>();
        foreach (var one in Objects(row.JudgeResultDetailDtos))
            details.Add((TextOf(one.RxId, body), TextOf(one.VolaItemType, body) == form.OffendingRole));
        var offending = details.Exists(static one => one.Offends) ? details.Where(static one => one.Offends) : details;
        return new ResultRow
        {
            Id = TextOf(row.JrId, body),
            RuleId = TextOf(row.RuleId, body),
            RuleName = TextOf(row.RuleName, body),
            Severity = TextOf(row.SevDeg, body),
            VisitId = TextOf(row.MdtrtId, body),
            Content = TextOf(row.VolaCont, body),
            Evidence = TextOf(row.VolaEvid, body),
            OffendingLines = [.. offending.Select(static one => one.Line).Where(static line => line.Length > 0).Distinct().Order(StringComparer.Ordinal)],
            Json = RelayJson.Copy(body[row.At..row.End]),
        };
    }

    private static string TextOf(NhsaScalar value, ReadOnlySpan<byte> body) => value.Kind switch
    {
        JsonTokenType.String => value.IsEscaped ? value.Unescaped(body) : Encoding.UTF8.GetString(value.In(body)),
        JsonTokenType.Number => Encoding.UTF8.GetString(value.In(body)),
        _ => "",
    };

    private static IEnumerable<T> Objects<T>(NhsaNodes<T>? nodes)
        where T : NhsaNode => nodes?.Objects.OfType<T>() ?? [];

    private static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException malformed)
        {
            // A surrogate alone is JSON by its grammar and no text.
            throw new JsonException("A text is no text.", malformed);
        }
    }
}
