using OrderCheck.Core.Tables;

namespace OrderCheck.Ledger.Releases;

/// <summary>Bytes that are read or copied a little at a time, so that others pass between two pieces.</summary>
internal sealed class CourteousStream(byte[] bytes, int offset, int count) : MemoryStream(bytes, offset, count, writable: false)
{
    private const int Piece = 1 << 15;

    public override void CopyTo(Stream destination, int bufferSize)
    {
        var piece = new byte[Piece];
        for (var read = Read(piece, 0, Piece); read > 0; read = Read(piece, 0, Piece))
            destination.Write(piece, 0, read);
    }

    /// <summary>Of a class derived from it, a MemoryStream's other ways to read come here.</summary>
    public override int Read(byte[] buffer, int offset, int count)
    {
        Courtesy.Pause();
        return base.Read(buffer, offset, Math.Min(count, Piece));
    }
}
