using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OrderCheck.Core.Hospitals;

namespace OrderCheck.Interop.Nhsa.Writing;

/// <summary>Writes the envelope of an answer, in the characters that its caller reads.</summary>
internal static class AnswerWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <param name="output">Writes members of the answer behind its head; null: there is no output.</param>
    public static void Write(IBufferWriter<byte> into, NhsaStamp stamp, string messageId, int code, string error, string warning, Action<Utf8JsonWriter>? output)
    {
        var encoding = NhsaCharset.ForWriting(stamp.Charset);
        if (NhsaCharset.IsUtf8(encoding))
        {
            WriteUtf8(into, stamp, messageId, code, error, warning, output);
            return;
        }
        var utf8 = new ArrayBufferWriter<byte>();
        WriteUtf8(utf8, stamp, messageId, code, error, warning, output);
        into.Write(encoding.GetBytes(Encoding.UTF8.GetString(utf8.WrittenSpan)));
    }

    private static void WriteUtf8(IBufferWriter<byte> into, NhsaStamp stamp, string messageId, int code, string error, string warning, Action<Utf8JsonWriter>? output)
    {
        using var json = new Utf8JsonWriter(into, Options);
        json.WriteStartObject();
        json.WriteNumber("infcode", code);
        json.WriteString("inf_refmsgid", Cut.To(messageId.Length > 0 ? messageId : Time(stamp.Zone, stamp.Received), Fitting.MessageId));
        json.WriteString("refmsg_time", Time(stamp.Zone, stamp.Received));
        json.WriteString("respond_time", Time(stamp.Zone, stamp.Responded));
        json.WriteString("err_msg", Cut.To(error, Fitting.Error));
        json.WriteString("warn_msg", Cut.To(warning, Fitting.Sentence));
        if (output is not null)
        {
            json.WriteStartObject("output");
            output(json);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static string Time(TimeZoneInfo zone, DateTimeOffset at) => zone.Local(at).ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);
}
