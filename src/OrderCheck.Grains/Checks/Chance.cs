using System.Security.Cryptography;

namespace OrderCheck.Grains.Checks;

/// <summary>Random bytes for ids, fetched for some hundred ids at once: fetching them costs as much for ten bytes as for thousands. For one thread.</summary>
internal sealed class Chance
{
    private readonly byte[] _bytes = new byte[4096];
    private int _left;

    /// <param name="room">At most 4096 bytes.</param>
    public void Fill(Span<byte> room)
    {
        if (_left < room.Length)
        {
            RandomNumberGenerator.Fill(_bytes);
            _left = _bytes.Length;
        }
        _bytes.AsSpan(_bytes.Length - _left, room.Length).CopyTo(room);
        _left -= room.Length;
    }
}
