namespace OrderCheck.Server.Json;

/// <summary>
/// A response's body that lets answers through as they are written and keeps what is written with an error status, so that
/// the transcoder's own way to say an error can be said as problem details.
/// </summary>
internal sealed class RefusalCapture(HttpResponse response, Stream body) : Stream
{
    private MemoryStream? _kept;

    /// <summary>What was written with an error status; null if nothing was.</summary>
    public byte[]? Kept => _kept?.ToArray();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Target().Write(buffer, offset, count);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => Target().WriteAsync(buffer, cancellationToken);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush() => Target().Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => Target().FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>An answer that began with 200 goes on as it is: its status cannot be taken back.</summary>
    private Stream Target() => response.HasStarted || response.StatusCode < StatusCodes.Status400BadRequest ? body : _kept ??= new MemoryStream();
}
