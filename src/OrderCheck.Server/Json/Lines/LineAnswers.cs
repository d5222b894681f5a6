using System.Buffers;
using System.Text;
using System.Text.Json;
using Google.Protobuf;
using Grpc.Core;

namespace OrderCheck.Server.Json.Lines;

/// <summary>The answers of a stream, one JSON object a line; sent as they are written, unless more may wait for company.</summary>
internal sealed class LineAnswers<T>(HttpResponse response) : IServerStreamWriter<T>
    where T : class, IMessage<T>
{
    /// <summary>As the transcoder writes single answers.</summary>
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithFormatDefaultValues(true));

    private bool _begun;

    public WriteOptions? WriteOptions { get; set; }

    public Task WriteAsync(T message) => WriteAsync(message, CancellationToken.None);

    public async Task WriteAsync(T message, CancellationToken cancellationToken)
    {
        Begin();
        Encoding.UTF8.GetBytes(Formatter.Format(message), response.BodyWriter);
        response.BodyWriter.Write("\n"u8);
        if (WriteOptions is null || !WriteOptions.Flags.HasFlag(WriteFlags.BufferHint))
            await response.BodyWriter.FlushAsync(cancellationToken);
    }

    /// <summary>All requests are answered, none perhaps. What was not sent yet goes with the end of the response.</summary>
    public void End() => Begin();

    /// <summary>A problem ends the stream: as the response if nothing was answered before it, else as the last line.</summary>
    public async Task EndAsync(Problem problem, CancellationToken cancellation)
    {
        if (!_begun)
        {
            await Problems.WriteAsync(response, problem, cancellation);
            return;
        }

        response.BodyWriter.Write(JsonSerializer.SerializeToUtf8Bytes(new EndingProblem(problem), Problems.Options));
        response.BodyWriter.Write("\n"u8);
    }

    private void Begin()
    {
        if (_begun)
            return;
        _begun = true;
        response.ContentType = MediaTypes.JsonLines;
    }
}
