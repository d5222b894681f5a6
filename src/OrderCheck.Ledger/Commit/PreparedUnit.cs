using OrderCheck.Ledger.Chain;
using OrderCheck.Ledger.Patients;

namespace OrderCheck.Ledger.Commit;

/// <summary>An <see cref="AppendUnit"/> encoded and hashed: all that the writer needs, so that the one writer only writes.</summary>
internal sealed class PreparedUnit
{
    private PreparedUnit(AppendUnit unit, IReadOnlyList<Entry> entries)
    {
        Unit = unit;
        Entries = entries;
        Patients = PatientMention.Of(unit.Facts);
        Previous = unit.Expected.Hash.ToArray();
        Request16 = IdHash.OfRequest(unit.RequestId);
        RequestHash = unit.RequestHash.ToArray();
        Answer = unit.Answer.ToArray();
        RecordedAt = StoredTime.ToMicros(unit.RecordedAt);
        Hash = CommitHash.Compute(unit.Encounter, Previous, Request16, RequestHash, RecordedAt, Answer, entries);
    }

    public AppendUnit Unit { get; }

    public IReadOnlyList<Entry> Entries { get; }

    /// <summary>Whom its facts name.</summary>
    public IReadOnlyList<PatientMention> Patients { get; }

    public long FirstSequence => Entries[0].Sequence;

    public long LastSequence => Entries[^1].Sequence;

    public byte[] Previous { get; }

    public byte[] Request16 { get; }

    public byte[] RequestHash { get; }

    public byte[] Answer { get; }

    /// <summary>Microseconds since 1970-01-01 UTC.</summary>
    public long RecordedAt { get; }

    public byte[] Hash { get; }

    /// <summary>The encounter's head once this unit is stored.</summary>
    public LedgerHead Head => new(LastSequence, Hash);

    /// <exception cref="ArgumentException">Not a unit that can be stored: the writer's fault, not the store's.</exception>
    public static PreparedUnit From(AppendUnit unit, IEntryCodec codec)
    {
        if (unit.Facts.Count == 0)
            throw new ArgumentException("A unit without facts has no place in the ledger.", nameof(unit));
        if (unit.ContentHashes.Count > unit.Facts.Count)
            throw new ArgumentException($"{unit.ContentHashes.Count} content hashes are more than {unit.Facts.Count} facts.", nameof(unit));
        if (unit.RequestId.Length is 0 or > 64)
            throw new ArgumentException($"A request id of {unit.RequestId.Length} characters; 1 to 64 are allowed.", nameof(unit));
        if (unit.RequestHash.Length != 16)
            throw new ArgumentException($"A request hash of {unit.RequestHash.Length} bytes; it must be 16.", nameof(unit));
        return new PreparedUnit(unit, [.. unit.Facts.Select((_, index) => Entry(unit, index, codec))]);
    }

    private static Entry Entry(AppendUnit unit, int index, IEntryCodec codec)
    {
        var fact = unit.Facts[index];
        return new Entry(
            unit.Expected.Sequence + 1 + index,
            fact.Entity,
            IdHash.Of(new EntityId(fact.Entity, fact.Id)),
            fact.Revision,
            index < unit.ContentHashes.Count ? unit.ContentHashes[index].ToArray() : ContentHashing.Of(codec, fact),
            codec.Encode(fact, unit.By, unit.RecordedAt));
    }
}
