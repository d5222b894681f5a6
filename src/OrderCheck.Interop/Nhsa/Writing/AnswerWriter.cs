using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Regions;
using OrderCheck.Interop.Nhsa.Wire;

namespace OrderCheck.Interop.Nhsa.Writing;

/// <summary>Writes an answer with its envelope, in the characters that its caller reads.</summary>
internal static class AnswerWriter
{
    /// <param name="output">Null: there is none.</param>
    public static void Write(IBufferWriter<byte> into, NhsaStamp stamp, FieldRenames renames, string messageId, int code, string error, string warning, OutputNode? output)
    {
        var received = Time(stamp.Zone, stamp.Received);
        var answer = new AnswerNode(
            code, Cut.To(messageId.Length > 0 ? messageId : received, Fitting.MessageId), received, Time(stamp.Zone, stamp.Responded),
            Cut.To(error, Fitting.Error), Cut.To(warning, Fitting.Sentence), output);
        var encoding = NhsaCharset.ForWriting(stamp.Charset);
        if (NhsaCharset.IsUtf8(encoding))
        {
            WriteUtf8(into, answer, renames);
            return;
        }
        var utf8 = new ArrayBufferWriter<byte>();
        WriteUtf8(utf8, answer, renames);
        into.Write(encoding.GetBytes(Encoding.UTF8.GetString(utf8.WrittenSpan)));
    }

    private static void WriteUtf8(IBufferWriter<byte> into, AnswerNode answer, FieldRenames renames)
    {
        var names = AnswerNames.Of(renames);
        using var json = new Utf8JsonWriter(into, new JsonWriterOptions { Encoder = names.Options.Encoder, SkipValidation = true });
        JsonSerializer.Serialize(json, answer, names);
    }

    private static string Time(TimeZoneInfo zone, DateTimeOffset at) => zone.Local(at).ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);
}
