using System.Globalization;
using System.Text.Json;
using OrderCheck.Interop.Nhsa.Wire;

namespace OrderCheck.Interop.Nhsa.Relay;

/// <summary>Reads what a bureau sent; whatever it is, it becomes an answer or a failure with its reason, never an exception.</summary>
public static class BureauAnswerReader
{
    /// <param name="charset">As the reply's content type declares it; "" where it does not: UTF-8.</param>
    /// <param name="patientNames">Of the request's patients: they are taken out of err_msg.</param>
    public static BureauAnswer Read(ReadOnlyMemory<byte> body, string charset, RelayForm form, IReadOnlyCollection<string> patientNames)
    {
        try
        {
            var utf8 = BodyText.Utf8(body, charset);
            return Read(AnswerReading.Answer(utf8, form), utf8, form, patientNames);
        }
        catch (JsonException)
        {
            return BureauAnswer.Failed("not_json");
        }
        catch (ArgumentException)
        {
            return BureauAnswer.Failed("charset");
        }
    }

    private static BureauAnswer Read(BureauAnswerNode answer, ReadOnlyMemory<byte> utf8, RelayForm form, IReadOnlyCollection<string> patientNames)
    {
        var code = AnswerReading.Text(answer.Infcode, utf8).Trim();
        var message = PatientFree.Text(AnswerReading.Text(answer.ErrMsg, utf8), patientNames);
        if (code.Length == 0)
            return BureauAnswer.Failed("no_infcode");
        return IsZero(code)
            ? new BureauAnswer(BureauState.Answered) { InfCode = "0", Message = message, Rows = AnswerReading.Rows(answer, utf8, form) }
            : new BureauAnswer(BureauState.Refused) { InfCode = PatientFree.Text(code, patientNames), Message = message };
    }

    /// <summary>0, "0", "0000", 0.0: the field has them all.</summary>
    private static bool IsZero(string code) =>
        decimal.TryParse(code, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number == 0;
}
