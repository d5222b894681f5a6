using System.Buffers;
using Microsoft.AspNetCore.Http.Features;
using OrderCheck.Server.Errors;

namespace OrderCheck.Server.Nhsa;

/// <summary>A call's body, read whole into memory that the next call uses again.</summary>
internal sealed class NhsaBody : IDisposable
{
    private const int Usual = 64 * 1024;
    private const int Megabyte = 1024 * 1024;

    private byte[] _buffer;
    private int _length;

    private NhsaBody(int room) => _buffer = ArrayPool<byte>.Shared.Rent(room);

    public ReadOnlyMemory<byte> Memory => _buffer.AsMemory(0, _length);

    /// <returns>Null if it is larger.</returns>
    /// <exception cref="BadHttpRequestException">It breaks off.</exception>
    /// <exception cref="CallerLeftException">Its caller is gone.</exception>
    public static async Task<NhsaBody?> ReadAsync(HttpContext http, int megabytes)
    {
        var most = megabytes * Megabyte;
        // The limit is ours to name: the server's own would answer with another status.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
        if (http.Request.ContentLength > most)
            return null;
        var body = new NhsaBody(http.Request.ContentLength is { } length ? (int)length + 1 : Usual);
        try
        {
            if (await body.FillAsync(http, most))
                return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
        body.Dispose();
        return null;
    }

    public void Dispose()
    {
        var buffer = Interlocked.Exchange(ref _buffer, []);
        if (buffer.Length == 0)
            return;
        // Another caller's patients must not be found in it.
        buffer.AsSpan(0, _length).Clear();
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private async Task<bool> FillAsync(HttpContext http, int most)
    {
        while (true)
        {
            if (_length == _buffer.Length)
                Grow();
            var read = await http.Request.ReadOfCallerAsync(_buffer.AsMemory(_length));
            if (read == 0)
                return true;
            _length += read;
            if (_length > most)
                return false;
        }
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_length * 2);
        _buffer.AsSpan(0, _length).CopyTo(larger);
        _buffer.AsSpan(0, _length).Clear();
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
