using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using OrderCheck.EndToEnd.Servers;

namespace OrderCheck.EndToEnd.Telemetry;

/// <summary>What a Prometheus gets of a server.</summary>
internal sealed partial record Scrape(HttpStatusCode Status, string Text)
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(20) };

    /// <param name="server">Whose metrics.</param>
    /// <param name="headers">Who asks.</param>
    public static async Task<Scrape> OfAsync(ServerProcess server, params IReadOnlyList<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.HttpAddress + "/metrics"));
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        using var response = await Http.SendAsync(request);
        return new Scrape(response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>The sum of a metric's samples that have all of these labels; null if there is none.</summary>
    /// <param name="name">As Prometheus names it.</param>
    /// <param name="labels">Such as <c>state="complete"</c>.</param>
    public decimal? Sum(string name, params IReadOnlyList<string> labels)
    {
        var values = Samples(name).Where(sample => labels.All(sample.Labels.Contains)).Select(static sample => sample.Value).ToList();
        return values.Count == 0 ? null : values.Sum();
    }

    public IReadOnlyList<(IReadOnlyList<string> Labels, decimal Value)> Samples(string name) =>
    [
        .. Text.Split('\n').Where(line => line.StartsWith(name + "{", StringComparison.Ordinal)).Select(static line => (
            (IReadOnlyList<string>)[.. Label().Matches(line).Select(static match => match.Value)],
            decimal.Parse(line[(line.LastIndexOf('}') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0], NumberStyles.Float, CultureInfo.InvariantCulture))),
    ];

    [GeneratedRegex(@"[a-z_]+=""(\\.|[^""\\])*""")]
    private static partial Regex Label();
}
