using System.Net.Http.Headers;
using OrderCheck.Cli.Servers;
using OrderCheck.Cli.Verbs;

namespace OrderCheck.Cli.Load;

/// <summary>A HIS that calls 3101, over one connection.</summary>
internal sealed class LoadDoor : IDisposable
{
    private const int Code = 8 * 1024;
    private readonly HttpClient _http;

    public LoadDoor(string address, Seat seat)
    {
        _http = new HttpClient { BaseAddress = new Uri(address) };
        _http.DefaultRequestHeaders.Add("x-api-key", seat.ApiKey);
    }

    /// <exception cref="BadInputException">It was not answered with infcode 0.</exception>
    public async Task AskAsync(byte[] told)
    {
        using var content = new ByteArrayContent(told);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await _http.PostAsync(new Uri("/nhsa/3101", UriKind.Relative), content);
        var answer = await response.Content.ReadAsByteArrayAsync();
        if (!answer.AsSpan().StartsWith("{\"infcode\":0,"u8))
            throw new BadInputException("/nhsa/3101", 0, 0, $"It answered {System.Text.Encoding.UTF8.GetString(answer.AsSpan(0, Math.Min(answer.Length, Code)))}: nothing can be said of its speed.");
    }

    public void Dispose() => _http.Dispose();
}
