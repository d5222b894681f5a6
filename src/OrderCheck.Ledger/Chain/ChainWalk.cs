namespace OrderCheck.Ledger.Chain;

/// <summary>Follows one encounter's units from the first on and tells where one does not follow from the one before.</summary>
internal sealed class ChainWalk(long encounter)
{
    private readonly List<LedgerDamage> _damages = [];
    private byte[] _before = [];
    private byte[]? _recomputed;
    private long _beforeFirst;

    public IReadOnlyList<LedgerDamage> Damages => _damages;

    public long Units { get; private set; }

    public long Entries { get; private set; }

    /// <summary>Of the last fact of the last unit.</summary>
    public long Last { get; private set; }

    /// <param name="entries">All that the store has from the unit's first to its last sequence.</param>
    public void Add(StoredUnit unit, IReadOnlyList<Entry> entries)
    {
        if (unit.First != Last + 1)
            Tell(unit.First, $"the unit begins at {unit.First}, where {Last + 1} was due: units are missing or doubled");
        if (!unit.Previous.AsSpan().SequenceEqual(_before) && !HashAloneWasChanged(unit))
            Tell(unit.First, "the hash before it is not the one that the unit before has");
        TellOfTheUnitBefore(unit);
        if (entries.Count != unit.Last - unit.First + 1 || entries.Select(entry => entry.Sequence).Distinct().Count() != entries.Count)
            Tell(unit.First, $"the unit has {entries.Count} of its {unit.Last - unit.First + 1} facts");
        var recomputed = unit.Recompute(encounter, entries);
        _recomputed = recomputed.AsSpan().SequenceEqual(unit.Hash) ? null : recomputed;
        (_before, _beforeFirst, Last) = (unit.Hash, unit.First, unit.Last);
        Units++;
        Entries += entries.Count;
    }

    /// <param name="beyond">How many facts the store has that no unit names.</param>
    public void End(long beyond)
    {
        if (_recomputed is not null)
            Tell(_beforeFirst, "content, answer or hash of the unit was changed: they do not agree");
        if (beyond > 0)
            Tell(Last + 1, $"{beyond} facts belong to no unit");
    }

    /// <summary>Whether the content or the hash was changed is told by the next unit, which has the hash too.</summary>
    private void TellOfTheUnitBefore(StoredUnit unit)
    {
        if (_recomputed is null)
            return;
        Tell(_beforeFirst, HashAloneWasChanged(unit)
            ? "the unit's hash was changed: its content agrees with the unit after it"
            : "content or answer of the unit was changed: it does not agree with its hash");
    }

    private bool HashAloneWasChanged(StoredUnit next) => _recomputed is not null && next.Previous.AsSpan().SequenceEqual(_recomputed);

    private void Tell(long sequence, string what) => _damages.Add(new LedgerDamage(encounter, sequence, what));
}
