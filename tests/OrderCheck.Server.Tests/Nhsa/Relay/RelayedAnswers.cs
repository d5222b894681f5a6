using System.Text.Json;

namespace OrderCheck.Server.Tests.Nhsa.Relay;

/// <summary>What tests look at in an answer.</summary>
internal static class RelayedAnswers
{
    public static IEnumerable<string> Ids(this JsonElement answer) =>
        answer.GetProperty("output").GetProperty("result").EnumerateArray().Select(static row => row.GetProperty("jr_id").GetString()!);

    public static string? State(this JsonElement answer) => answer.Bureau().GetProperty("state").GetString();

    public static string? Reason(this JsonElement answer) => answer.Bureau().GetProperty("reason").GetString();

    public static JsonElement Bureau(this JsonElement answer) => answer.GetProperty("output").GetProperty("ordercheck").GetProperty("bureau");
}
