using OrderCheck.Core.Encounters;
using OrderCheck.Core.Identity;

namespace OrderCheck.Ledger;

/// <summary>Facts to the bytes that lie in the ledger and back. The same fact always gives the same bytes: hashes rest on them.</summary>
public interface IEntryCodec
{
    byte[] Encode(Fact fact, Caller by, DateTimeOffset recordedAt);

    /// <summary>The same bytes, in a buffer that is good until the next call on this thread.</summary>
    ReadOnlySpan<byte> EncodeForNow(Fact fact, Caller by, DateTimeOffset recordedAt);

    /// <exception cref="InvalidDataException">Not an entry, or of a layout that this version does not know.</exception>
    RecordedFact Decode(long sequence, ReadOnlyMemory<byte> body, string hospital);
}
