using System.Globalization;
using System.Net;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;

namespace OrderCheck.Client.Wire;

/// <summary>Reads the body of a refused call: problem details, or google.rpc.Status as JSON. A page of a proxy is neither.</summary>
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

        var message = Text(error, "detail") is { Length: > 0 } detail ? detail : Text(error, "message");
        return Failures.Of(code, Reason(error), message, [.. Violations(error)]);
    }

    private static Struct? Parse(string body)
    {
        try
        {
            return JsonParser.Default.Parse<Struct>(body);
        }
        catch (Exception error) when (error is InvalidProtocolBufferException or FormatException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>The status as a number or by its name.</summary>
    private static Code? Code(Struct error)
    {
        if (!error.Fields.TryGetValue("code", out var code))
            return null;
        return code.KindCase switch
        {
            Value.KindOneofCase.NumberValue when code.NumberValue is > 0 and <= 16 => (Code)(int)code.NumberValue,
            Value.KindOneofCase.StringValue when System.Enum.TryParse<Code>(code.StringValue.Replace("_", ""), ignoreCase: true, out var named) => named,
            _ => null,
        };
    }

    private static string Reason(Struct error) => Text(error, "reason") is { Length: > 0 } reason
        ? reason
        : Structs(error, "details").Select(static detail => Text(detail, "reason")).FirstOrDefault(static text => text.Length > 0) ?? "";

    private static IEnumerable<FieldViolation> Violations(Struct error) => Structs(error, "violations")
        .Concat(Structs(error, "details").SelectMany(static detail => Structs(detail, "fieldViolations")))
        .Select(static violation => new FieldViolation(Text(violation, "field"), Text(violation, "description")));

    private static string Text(Struct of, string name) =>
        of.Fields.TryGetValue(name, out var value) && value.KindCase == Value.KindOneofCase.StringValue ? value.StringValue : "";

    private static IEnumerable<Struct> Structs(Struct of, string name) =>
        of.Fields.TryGetValue(name, out var value) && value.KindCase == Value.KindOneofCase.ListValue
            ? value.ListValue.Values.Where(static v => v.KindCase == Value.KindOneofCase.StructValue).Select(static v => v.StructValue)
            : [];
}
