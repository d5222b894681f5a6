using System.Net.Http.Headers;
using OrderCheck.Interop.Nhsa.Relay;

namespace OrderCheck.Server.Nhsa.Relay;

/// <summary>
/// One hospital's way to its bureau. A call never throws, ends by the deadline, and takes one of the few places there are: a slow
/// bureau costs at most those.
/// </summary>
internal sealed class Bureau(
    BureauSettings settings, HospitalRegions regions, IHttpClientFactory clients, TimeProvider time, ILogger logger) : IDisposable
{
    /// <summary>The largest reply that is read: as the largest request.</summary>
    public const int LargestReply = 4 * 1024 * 1024;

    private const int Chunk = 16 * 1024;
    private readonly SemaphoreSlim _places = new(settings.AtOnce);
    private readonly BureauBreaker _breaker = new(settings.Hospital, time, logger);
    private readonly CancellationTokenSource _stopping = new();

    public BureauSettings Settings => settings;

    /// <summary>It kept failing and is not asked for a while.</summary>
    public bool IsLeftAlone => _breaker.IsOpen;

    public static string ClientOf(string hospital) => "bureau " + hospital;

    /// <param name="transaction">NHSA's number.</param>
    /// <param name="body">Goes on byte for byte.</param>
    /// <param name="contentType">As the HIS sent it.</param>
    public async Task<BureauReply> SendAsync(string transaction, ReadOnlyMemory<byte> body, string? contentType)
    {
        if (!await _places.WaitAsync(0))
            return Told(transaction, BureauReply.Failed("busy"), time.GetTimestamp());
        var started = time.GetTimestamp();
        try
        {
            return Told(transaction, await _breaker.RunAsync(() => CallAsync(settings.Urls[transaction], body, contentType)), started);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Gives up what is under way.</summary>
    public void Stop() => _stopping.Cancel();

    public void Dispose()
    {
        _stopping.Dispose();
        _places.Dispose();
    }

    private async Task<BureauReply> CallAsync(Uri url, ReadOnlyMemory<byte> body, string? contentType)
    {
        using var late = new CancellationTokenSource(settings.Deadline, time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(late.Token, _stopping.Token);
        var signature = settings.Credentials?.Sign(SignatureForm.Of(regions.Of(settings.Hospital).Signature), time.GetUtcNow()) ?? [];
        try
        {
            using var request = Request(url, body, contentType, signature);
            using var client = clients.CreateClient(ClientOf(settings.Hospital));
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ends.Token);
            return await ReadAsync(response, ends.Token) is not { } read
                ? BureauReply.Failed("too_large")
                : new BureauReply(Failure: null)
                {
                    Status = (int)response.StatusCode,
                    // As it was sent, not as it is understood.
                    ContentType = response.Content.Headers.NonValidated.TryGetValues("content-type", out var types) ? types.ToString() : null,
                    Charset = response.Content.Headers.ContentType?.CharSet?.Trim('"') ?? "",
                    Body = read,
                };
        }
        catch (OperationCanceledException)
        {
            return BureauReply.Failed(late.IsCancellationRequested ? "timeout" : "stopping");
        }
        catch (HttpRequestException unreached) when (unreached.HttpRequestError is
            HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            return BureauReply.Failed("connection");
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            return BureauReply.Failed("interrupted");
        }
    }

    private HttpRequestMessage Request(Uri url, ReadOnlyMemory<byte> body, string? contentType, IEnumerable<KeyValuePair<string, string>> signature)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ReadOnlyMemoryContent(body) };
        if (contentType is null || !request.Content.Headers.TryAddWithoutValidation("content-type", contentType))
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        foreach (var (name, value) in settings.Headers.Concat(signature))
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.Content.Headers.ContentLength > LargestReply)
            return null;
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        using var whole = new MemoryStream();
        var chunk = new byte[Chunk];
        while (await stream.ReadAsync(chunk, cancellation) is > 0 and var count)
        {
            if (whole.Length + count > LargestReply)
                return null;
            whole.Write(chunk, 0, count);
        }

        return whole.ToArray();
    }

    private BureauReply Told(string transaction, BureauReply reply, long started)
    {
        RelayTelemetry.Called(transaction, reply, time.GetElapsedTime(started));
        return reply;
    }
}
