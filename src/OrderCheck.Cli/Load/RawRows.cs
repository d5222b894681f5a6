namespace OrderCheck.Cli.Load;

/// <summary>Rows as the ledger has them: 32 encounters with 20 consecutive lines each, ids of chance, bodies of a charge's size.</summary>
internal sealed class RawRows
{
    public const int Encounters = 32;
    private const int Lines = IRawInserts.RowsOfACommit / Encounters;
    private readonly byte[] _body = Chance(200);
    private long _sequence;

    public IReadOnlyList<(long Encounter, long Sequence, byte[] Id, byte[] Content, byte[] Body)> Next()
    {
        var first = _sequence + 1;
        _sequence += Lines;
        return [.. Enumerable.Range(0, IRawInserts.RowsOfACommit)
            .Select(row => (1L + (row / Lines), first + (row % Lines), Chance(16), Chance(16), _body))];
    }

    private static byte[] Chance(int length)
    {
        var bytes = new byte[length];
        Random.Shared.NextBytes(bytes);
        return bytes;
    }
}
