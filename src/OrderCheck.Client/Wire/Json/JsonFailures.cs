using System.Globalization;
using System.Net;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;

namespace OrderCheck.Client.Wire;

/// <summary>Reads the problem details of a refused call (RFC 9457). A page of a proxy has none.</summary>
internal static class JsonFailures
{
    public static CallFailure Read(HttpStatusCode status, string body)
    {
        var number = ((int)status).ToString(CultureInfo.InvariantCulture);
        if (Parse(body) is not { } error || Code(error) is not { } code)
        {
            return (int)status >= 500
                ? Failures.Unavailable($"HTTP {number} without an error of OrderCheck.")
                : Failures.Unreadable($"HTTP {number} without an error of OrderCheck; is this address OrderCheck's?");
        }

        var violations = Violations(error).Select(static v => new FieldViolation(Text(v, "field"), Text(v, "description")));
        return Failures.Of(code, Text(error, "reason"), Text(error, "detail"), [.. violations]);
    }

    private static Struct? Parse(string body)
    {
        try
        {
            return JsonParser.Default.Parse<Struct>(body);
        }
        catch (Exception error) when (JsonWire.IsOfReading(error))
        {
            return null;
        }
    }

    /// <summary>gRPC's name of the failure: INVALID_ARGUMENT. A number is not its name.</summary>
    private static Code? Code(Struct error)
    {
        var name = Text(error, "code").Replace("_", "");
        return name.All(char.IsLetter) && System.Enum.TryParse<Code>(name, ignoreCase: true, out var code) ? code : null;
    }

    private static string Text(Struct of, string name) =>
        of.Fields.TryGetValue(name, out var value) && value.KindCase == Value.KindOneofCase.StringValue ? value.StringValue : "";

    private static IEnumerable<Struct> Violations(Struct error) =>
        error.Fields.TryGetValue("violations", out var value) && value.KindCase == Value.KindOneofCase.ListValue
            ? value.ListValue.Values.Where(static v => v.KindCase == Value.KindOneofCase.StructValue).Select(static v => v.StructValue)
            : [];
}
