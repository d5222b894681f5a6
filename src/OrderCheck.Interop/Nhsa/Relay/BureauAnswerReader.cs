using System.Globalization;
using System.Text.Json;

namespace OrderCheck.Interop.Nhsa.Relay;

/// <summary>Reads what a bureau sent; whatever it is, it becomes an answer or a failure with its reason, never an exception.</summary>
public static class BureauAnswerReader
{
    private const int Deepest = 64;

    /// <param name="charset">As the reply's content type declares it; "" where it does not: UTF-8.</param>
    /// <param name="patientNames">Of the request's patients: they are taken out of err_msg.</param>
    public static BureauAnswer Read(ReadOnlyMemory<byte> body, string charset, RelayForm form, IReadOnlyCollection<string> patientNames)
    {
        try
        {
            using var document = JsonDocument.Parse(BodyText.Utf8(body, charset), new JsonDocumentOptions { MaxDepth = Deepest });
            return Read(document.RootElement, form, patientNames);
        }
        catch (JsonException)
        {
            return BureauAnswer.Failed("not_json");
        }
        catch (InvalidOperationException)
        {
            // A surrogate alone is JSON by its grammar and no text.
            return BureauAnswer.Failed("not_json");
        }
        catch (ArgumentException)
        {
            return BureauAnswer.Failed("charset");
        }
    }

    private static BureauAnswer Read(JsonElement root, RelayForm form, IReadOnlyCollection<string> patientNames)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return BureauAnswer.Failed("not_json");
        var code = ResultRow.Text(root, form.Fields.Code).Trim();
        var message = PatientFree.Text(ResultRow.Text(root, form.Fields.Message), patientNames);
        if (code.Length == 0)
            return BureauAnswer.Failed("no_infcode");
        if (!IsZero(code))
            return new BureauAnswer(BureauState.Refused) { InfCode = PatientFree.Text(code, patientNames), Message = message };
        var rows = root.TryGetProperty(form.Fields.Output, out var output) ? ResultRow.ReadAll(output, form) : [];
        return new BureauAnswer(BureauState.Answered) { InfCode = "0", Message = message, Rows = rows };
    }

    /// <summary>0, "0", "0000", 0.0: the field has them all.</summary>
    private static bool IsZero(string code) =>
        decimal.TryParse(code, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number == 0;
}
