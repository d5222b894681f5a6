using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace OrderCheck.EndToEnd.Json;

/// <summary>What a server answered in JSON.</summary>
internal sealed record JsonReply(HttpStatusCode Status, string ContentType, JsonObject Body)
{
    public string Code => Text("code");

    public string Reason => Text("reason");

    public string Detail => Text("detail");

    /// <summary>Fields that are not well-formed, and why.</summary>
    public IReadOnlyList<(string Field, string Description)> Violations =>
        [.. (Body["violations"]?.AsArray() ?? []).Select(static v => ((string)v!["field"]!, (string)v["description"]!))];

    public string Violation(string field) => Assert.Single(Violations, v => v.Field == field).Description;

    /// <summary>It must be problem details, whole, with this HTTP status.</summary>
    public JsonReply AssertProblem(HttpStatusCode status, string code, string reason)
    {
        Assert.Equal((status, "application/problem+json", code, reason), (Status, ContentType, Code, Reason));
        Assert.Equal(((int)status, "urn:ordercheck:problem:" + reason, "ordercheck"), ((int)Body["status"]!, Text("type"), Text("domain")));
        Assert.NotEmpty(Text("title"));
        Assert.NotEmpty(Detail);
        return this;
    }

    private string Text(string member) => (string?)Body[member] ?? "";
}
