using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace OrderCheck.EndToEnd.Json.Lines;

/// <summary>HTTP/1.1 down to its bytes: .NET's own client reads no answer before it has sent the whole request.</summary>
internal sealed class Http1LineCall : LineCall
{
    private readonly TcpClient _connection = new();
    private readonly byte[] _received = new byte[64 * 1024];
    private NetworkStream _stream = null!;
    private int _at;
    private int _end;
    private Dictionary<string, string>? _head;
    private long _leftInChunk;
    private bool _over;

    private Http1LineCall()
    {
    }

    public static async Task<LineCall> OpenAsync(Uri uri, IReadOnlyList<(string Name, string Value)> headers)
    {
        var call = new Http1LineCall();
        await call._connection.ConnectAsync(uri.Host, uri.Port);
        call._stream = call._connection.GetStream();
        var head = new StringBuilder($"POST {uri.PathAndQuery} HTTP/1.1\r\nhost: {uri.Authority}\r\ntransfer-encoding: chunked\r\n");
        foreach (var (name, value) in headers.Where(static header => header.Value.Length > 0))
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        await call.SendRawAsync(Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()));
        return call;
    }

    public override async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty)
            return;
        await SendRawAsync(Encoding.ASCII.GetBytes($"{bytes.Length:x}\r\n"));
        await SendRawAsync(bytes);
        await SendRawAsync("\r\n"u8.ToArray());
    }

    /// <summary>Bytes as they are, whether or not they are a chunk.</summary>
    public async Task SendRawAsync(ReadOnlyMemory<byte> bytes) => await _stream.WriteAsync(bytes).AsTask().WaitAsync(Patience);

    public override Task EndAsync() => SendRawAsync("0\r\n\r\n"u8.ToArray());

    public override async Task<(int Status, string ContentType)> HeadAsync()
    {
        if (_head is null)
        {
            var status = await HeadLineAsync();
            _head = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { [""] = status.Split(' ')[1] };
            while (await HeadLineAsync() is { Length: > 0 } line)
                _head[line[..line.IndexOf(':', StringComparison.Ordinal)]] = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
            // A response that is not in chunks is empty: nothing here has a length beforehand.
            _over = _head.TryGetValue("content-length", out var length) && length == "0";
        }

        return (int.Parse(_head[""], CultureInfo.InvariantCulture), _head.GetValueOrDefault("content-type", ""));
    }

    public override async Task<string?> LineAsync()
    {
        await HeadAsync();
        var line = new List<byte>();
        while (await BodyByteAsync() is { } next)
        {
            if (next == '\n')
                return Encoding.UTF8.GetString([.. line]);
            line.Add(next);
        }

        return line.Count == 0 ? null : Encoding.UTF8.GetString([.. line]);
    }

    public override void Abort()
    {
        // Without lingering the other side is reset, as by a program that is killed.
        _connection.LingerState = new LingerOption(enable: true, seconds: 0);
        _connection.Close();
    }

    public override ValueTask DisposeAsync()
    {
        _connection.Dispose();
        return ValueTask.CompletedTask;
    }

    private async ValueTask<byte?> BodyByteAsync()
    {
        if (_over)
            return null;
        if (_leftInChunk == 0)
        {
            _leftInChunk = long.Parse(await HeadLineAsync(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (_leftInChunk == 0)
            {
                await HeadLineAsync();
                _over = true;
                return null;
            }
        }

        var next = await ByteAsync();
        if (--_leftInChunk == 0)
            await HeadLineAsync();
        return next;
    }

    private async Task<string> HeadLineAsync()
    {
        var line = new StringBuilder();
        for (var next = await ByteAsync(); next != '\n'; next = await ByteAsync())
            line.Append((char)next);
        return line.ToString().TrimEnd('\r');
    }

    private async ValueTask<byte> ByteAsync()
    {
        if (_at == _end)
        {
            (_at, _end) = (0, await _stream.ReadAsync(_received).AsTask().WaitAsync(Patience));
            if (_end == 0)
                throw new EndOfStreamException("The server ended the connection within its response.");
        }

        return _received[_at++];
    }
}
