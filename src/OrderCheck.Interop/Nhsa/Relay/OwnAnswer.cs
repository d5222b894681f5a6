using System.Buffers;
using System.Text.Json;
using OrderCheck.Interop.Nhsa.Wire;
using OrderCheck.Interop.Nhsa.Writing;

namespace OrderCheck.Interop.Nhsa.Relay;

/// <summary>Our own answer to a 3101 or 3102, to which the bureau's is added.</summary>
public sealed class OwnAnswer : IDisposable
{
    private const int LongestEvidence = 500;
    private readonly JsonDocument _document;
    private readonly RelayForm _form;

    /// <param name="json">A whole answer in UTF-8.</param>
    /// <exception cref="JsonException">It is none.</exception>
    public OwnAnswer(ReadOnlyMemory<byte> json, RelayForm form)
    {
        (_document, _form) = (JsonDocument.Parse(json), form);
        Rows = AnswerReading.Rows(AnswerReading.Answer(json, form), json, form);
    }

    public IReadOnlyList<ResultRow> Rows { get; }

    /// <summary>We could not take the request: infcode −1.</summary>
    public bool Refuses => TextOf(Root, Fields.Code) != "0";

    private JsonElement Root => _document.RootElement;

    private RowFields Fields => _form.Fields;

    /// <summary>
    /// The one answer. What the bureau judged is not lost for our own refusal: infcode is then 0 and warn_msg says what we could
    /// not take.
    /// </summary>
    public byte[] Write(MergedRows merged, BureauStanding standing)
    {
        var rescued = Refuses && standing.Answer.State == BureauState.Answered;
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, RelayJson.Writing))
        {
            writer.WriteStartObject();
            foreach (var member in Root.EnumerateObject().Where(one => !IsOurs(one.Name)))
                member.WriteTo(writer);
            WriteCode(writer, rescued);
            writer.WriteString(Fields.Warning, Warning(standing, rescued));
            WriteOutput(writer, merged, standing, withResult: !Refuses || rescued);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>What the HIS is told, where it is to see the bureau alone and the bureau did not answer: infcode −1.</summary>
    /// <param name="ours">Our own answer, for the members around the output.</param>
    public static byte[] BureauFailed(ReadOnlyMemory<byte> ours, RelayForm form, string reason)
    {
        using var own = new OwnAnswer(ours, form);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, RelayJson.Writing))
        {
            writer.WriteStartObject();
            foreach (var member in own.Root.EnumerateObject().Where(one => !own.IsOurs(one.Name)))
                member.WriteTo(writer);
            writer.WriteNumber(form.Fields.Code, -1);
            writer.WriteString(form.Fields.Message, $"医保局审核未完成（{BureauWords.Of(reason)}）");
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    public void Dispose() => _document.Dispose();

    private bool IsOurs(string name) => name == Fields.Output || name == Fields.Warning || name == Fields.Code || name == Fields.Message;

    private void WriteCode(Utf8JsonWriter writer, bool rescued)
    {
        if (!rescued && Root.TryGetProperty(Fields.Code, out var code))
        {
            writer.WritePropertyName(Fields.Code);
            code.WriteTo(writer);
        }
        else
        {
            writer.WriteNumber(Fields.Code, 0);
        }

        writer.WriteString(Fields.Message, rescued ? "" : TextOf(Root, Fields.Message));
    }

    private string Warning(BureauStanding standing, bool rescued)
    {
        var own = rescued ? $"院内审核未能进行，仅含医保局审核结果：{TextOf(Root, Fields.Message)}" : TextOf(Root, Fields.Warning);
        var bureau = BureauWords.Of(standing);
        return own.Length == 0 || bureau.Length == 0 ? own + bureau : $"{own} {bureau}";
    }

    private void WriteOutput(Utf8JsonWriter writer, MergedRows merged, BureauStanding standing, bool withResult)
    {
        var output = Root.TryGetProperty(Fields.Output, out var own) && own.ValueKind == JsonValueKind.Object ? own : (JsonElement?)null;
        writer.WriteStartObject(Fields.Output);
        if (withResult)
        {
            writer.WriteStartArray("result");
            if (Refuses)
                WriteUnchecked(writer);
            foreach (var row in merged.Rows)
                WriteRow(writer, row);
            writer.WriteEndArray();
        }

        foreach (var member in output?.EnumerateObject().Where(static one => one.Name is not ("result" or "ordercheck")) ?? [])
            member.WriteTo(writer);
        if (_form.Additive)
        {
            writer.WriteStartObject("ordercheck");
            if (output is { } there && there.TryGetProperty("ordercheck", out var ordercheck) && ordercheck.ValueKind == JsonValueKind.Object)
            {
                foreach (var member in ordercheck.EnumerateObject().Where(static one => one.Name != "bureau"))
                    member.WriteTo(writer);
            }

            StandingWriter.Write(writer, merged, standing);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    /// <summary>What we could not take is not clean, whatever the bureau says. Whose it is could not be read.</summary>
    private void WriteUnchecked(Utf8JsonWriter writer)
    {
        var row = new ResultNode
        {
            JrId = new JudgementId(Guid.NewGuid(), -1).ToString(),
            RuleId = Unchecked.Rule,
            RuleName = "院内未审核",
            VolaCont = TextOf(Root, Fields.Message),
            PatnId = "",
            MdtrtId = "",
            VolaAmt = 0,
            VolaAmtStas = "",
            SevDeg = _form.Severities.GravestFirst[^1],
            VolaEvid = Unchecked.NotClean,
            VolaBhvrType = "",
            TaskId = "",
            JudgeResultDetailDtos = [],
        };
        JsonSerializer.Serialize(writer, row, AnswerNames.RowOf(_form.Names));
    }

    private void WriteRow(Utf8JsonWriter writer, ShownRow row)
    {
        using var document = JsonDocument.Parse(row.Row.Json);
        writer.WriteStartObject();
        writer.WriteString(Fields.Id, row.Id);
        foreach (var member in document.RootElement.EnumerateObject().Where(one => one.Name != Fields.Id))
        {
            if (member.Name == Fields.Severity && row.Severity != row.Row.Severity)
                writer.WriteString(member.Name, row.Severity);
            else if (member.Name == Fields.Evidence && row.Merged.Count > 0)
                writer.WriteString(member.Name, Evidence(row));
            else
                member.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    private static string TextOf(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) ? value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText() : "";

    private static string Evidence(ShownRow row)
    {
        var bureau = row.Merged.Select(static one => one.Evidence).Where(text => text.Length > 0 && text != row.Row.Evidence).Distinct();
        var text = string.Join('；', bureau.Select(static one => "医保局：" + one).Prepend(row.Row.Evidence).Where(static one => one.Length > 0));
        return text.Length <= LongestEvidence ? text : text[..(char.IsHighSurrogate(text[LongestEvidence - 1]) ? LongestEvidence - 1 : LongestEvidence)];
    }
}
