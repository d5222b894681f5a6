using System.Net.Http.Headers;
using System.Text;
using Google.Protobuf;

namespace OrderCheck.Client.Wire;

/// <summary>JSON over HTTP/1.1, for platforms that cannot do HTTP/2.</summary>
internal sealed class JsonWire : IWire
{
    private const long LargestAnswer = 64 * 1024 * 1024;
    private const int MostConnections = 32;
    public static readonly JsonParser Parser = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    /// <summary>Fields as the contract spells them: a refusal names a field as the request does, and the same on each target.</summary>
    public static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithPreserveProtoFieldNames(true));

    private readonly HttpClient _http;
    private readonly SeatHeaders _headers;

    public JsonWire(OrderCheckClientOptions options)
    {
        _http = new HttpClient(Handler(options))
        {
            BaseAddress = options.Address,
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LargestAnswer,
        };
        _headers = new SeatHeaders(options.ApiKey, options.Hospital);
    }

    public async Task<Reply<TAnswer>> SendAsync<TRequest, TAnswer>(
        ApiMethod<TRequest, TAnswer> method, TRequest request, Seat seat, TimeSpan limit, CancellationToken cancellation)
        where TRequest : class, IMessage<TRequest>
        where TAnswer : class, IMessage<TAnswer>
    {
        using var message = Message(method, request, seat);
        try
        {
            using var response = await _http.SendAsync(message, cancellation).ConfigureAwait(false);
            var text = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false));
            return response.IsSuccessStatusCode
                ? method.Read((TAnswer)Parser.Parse(text, method.Descriptor.OutputType))
                : Reply<TAnswer>.Failed(JsonFailures.Read(response.StatusCode, text));
        }
        catch (HttpRequestException error)
        {
            cancellation.ThrowIfCancellationRequested();
            return Reply<TAnswer>.Failed(Failures.Unavailable((error.InnerException ?? error).Message));
        }
        catch (Exception error) when (IsOfReading(error))
        {
            return Reply<TAnswer>.Failed(Failures.Unreadable($"The answer to {method.Name} is not OrderCheck's: {error.GetType().Name}."));
        }
    }

    /// <summary>Whether protobuf throws it at a text that is not JSON, or not the JSON of its message.</summary>
    public static bool IsOfReading(Exception error) =>
        error is InvalidJsonException or InvalidProtocolBufferException or FormatException or OverflowException;

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Message<TRequest, TAnswer>(ApiMethod<TRequest, TAnswer> method, TRequest request, Seat seat)
        where TRequest : class, IMessage<TRequest>
        where TAnswer : class, IMessage<TAnswer>
    {
        var (verb, pathAndQuery) = JsonAddress.Of(method.Descriptor, request);
        var message = new HttpRequestMessage(verb, new Uri(pathAndQuery, UriKind.Relative));
        if (verb == HttpMethod.Post)
            message.Content = new StringContent(Formatter.Format(JsonAddress.BodyOf(method.Descriptor, request)), Encoding.UTF8, "application/json");
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        foreach (var header in _headers.For(seat))
            message.Headers.TryAddWithoutValidation(header.Key, header.Value);
        return message;
    }

    private static HttpClientHandler Handler(OrderCheckClientOptions options)
    {
        // Redirects are not followed: the key is for this service alone.
        var handler = new HttpClientHandler
        {
            UseProxy = options.UseProxy,
            UseCookies = false,
            AllowAutoRedirect = false,
            MaxConnectionsPerServer = MostConnections,
        };
        if (ServerCertificates.Validation(options) is { } validation)
            handler.ServerCertificateCustomValidationCallback = (_, certificate, chain, errors) => validation(certificate, chain, errors);
        return handler;
    }
}
