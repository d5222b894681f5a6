using System.Buffers;
using System.IO.Pipelines;

namespace OrderCheck.Server.Json.Lines;

/// <summary>
/// Reads a body line by line, in whatever pieces it comes, and holds one line at a time. A line ends with LF or CR LF, the last
/// one also with the body; a byte order mark before the first is passed over.
/// </summary>
/// <param name="body">In UTF-8.</param>
/// <param name="longest">Bytes of a line, without LF.</param>
internal sealed class LineReader(PipeReader body, int longest)
{
    private byte[] _line = new byte[1024];
    private long _looked;

    /// <summary>Of the line that is read, from 1; 0 before the first. Blank lines count.</summary>
    public long Number { get; private set; }

    /// <summary>Reads on to the next line that is not blank.</summary>
    /// <returns>Good until the next call; null at the end of the body.</returns>
    /// <exception cref="LineTooLongException">The line is longer than may be; nothing is read after it.</exception>
    public async ValueTask<ArraySegment<byte>?> NextAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var read = await body.ReadAsync(cancellation);
            var buffer = read.Buffer;
            var end = buffer.Slice(_looked).PositionOf((byte)'\n');
            var line = end is { } at ? buffer.Slice(0, at) : buffer;
            if (line.Length > longest)
            {
                body.AdvanceTo(buffer.End);
                Number++;
                throw new LineTooLongException();
            }

            if (end is null && !read.IsCompleted)
            {
                _looked = buffer.Length;
                body.AdvanceTo(buffer.Start, buffer.End);
                continue;
            }

            if (buffer.IsEmpty)
            {
                body.AdvanceTo(buffer.End);
                return null;
            }

            var kept = Keep(line);
            body.AdvanceTo(end is { } last ? buffer.GetPosition(1, last) : buffer.End);
            if (!kept.AsSpan().Trim(" \t"u8).IsEmpty)
                return kept;
        }
    }

    private ArraySegment<byte> Keep(ReadOnlySequence<byte> line)
    {
        (_looked, Number) = (0, Number + 1);
        var length = (int)line.Length;
        if (_line.Length < length)
            _line = new byte[Math.Min(longest, Math.Max(length, _line.Length * 2))];
        line.CopyTo(_line);
        var kept = new ArraySegment<byte>(_line, 0, length);
        if (Number == 1)
            kept = ByteOrderMark.Skip(kept);
        return kept.AsSpan().EndsWith("\r"u8) ? kept[..^1] : kept;
    }
}
