using System.Buffers;
using System.Text.Json;

namespace OrderCheck.Interop.Nhsa.Relay;

/// <summary>The members around the input of a 3103, kept so that what it tells can be sent later: none of them is of a patient.</summary>
public static class KeptEnvelope
{
    private const int LongestMember = 200;

    /// <summary>cainfo, at most so long by the specification.</summary>
    private const int LongestSignature = 1024;

    /// <summary>Not kept: msgid and inf_time are made anew.</summary>
    private const string Signature = "cainfo";

    private static readonly string[] Members =
    [
        "infno", "mdtrtarea_admvs", "insuplc_admdvs", "recer_sys_code", "dev_no", "infver", "opter_type", "opter", "opter_name",
        "fixmedins_code", "fixmedins_name", "sign_no", "signtype", "dev_safe_info", Signature,
    ];

    /// <param name="message">A 3103 that was understood, in UTF-8.</param>
    /// <param name="form">The region's: members keep its names.</param>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static string Of(ReadOnlyMemory<byte> message, FeedbackForm form)
    {
        using var document = JsonDocument.Parse(message);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, RelayJson.Writing))
        {
            writer.WriteStartObject();
            foreach (var name in Members)
            {
                if (TextOf(document.RootElement, form.Around(name)) is { Length: > 0 } text && text.Length <= (name == Signature ? LongestSignature : LongestMember))
                    writer.WriteString(form.Around(name), text);
            }

            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>A 3103 of its own with these dispositions.</summary>
    /// <param name="now">In the hospital's time.</param>
    /// <param name="serial">0 to 9999, so that no two messages of a second have one id.</param>
    public static byte[] Message(string envelope, string warnType, IEnumerable<NhsaDisposition> warnings, FeedbackForm form, DateTimeOffset now, int serial)
    {
        using var kept = JsonDocument.Parse(envelope);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, RelayJson.Writing))
        {
            writer.WriteStartObject();
            foreach (var member in kept.RootElement.EnumerateObject())
                member.WriteTo(writer);
            var hospital = TextOf(kept.RootElement, form.Around("fixmedins_code"));
            writer.WriteString(form.Around("msgid"), FormattableString.Invariant($"{hospital}{now:yyyyMMddHHmmss}{serial:0000}"));
            writer.WriteString(form.Around("inf_time"), FormattableString.Invariant($"{now:yyyy-MM-dd HH:mm:ss}"));
            writer.WriteStartObject(form.Around("input"));
            writer.WriteStartObject("data");
            writer.WriteString(form.Data("warn_type"), warnType);
            writer.WriteStartArray(form.Data("warns"));
            foreach (var warning in warnings)
            {
                writer.WriteStartObject();
                writer.WriteString(form.Warning("warn_rslt_id"), warning.WarningId);
                writer.WriteString(form.Warning("dspo_way"), form.Way(warning));
                writer.WriteString(form.Warning("dspo_way_rea"), warning.Reason ?? "");
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Numbers as they are written, "" for anything that is neither.</summary>
    private static string TextOf(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString()!,
                JsonValueKind.Number => value.GetRawText(),
                _ => "",
            }
            : "";
}
