namespace OrderCheck.Cli.Load;

/// <summary>
/// Rows as the measured server's callers post them: 32 encounters after the other 32 of a ward, 20 consecutive lines each, ids of chance,
/// bodies of a charge's size.
/// </summary>
/// <param name="encounters">Of the ward, numbered from 1.</param>
internal sealed class RawRows(int encounters)
{
    private const int AtOnce = 32;
    private const int Lines = IRawInserts.RowsOfACommit / AtOnce;
    private readonly byte[] _body = Chance(200);
    private readonly long[] _sequences = new long[encounters];
    private int _next;

    /// <summary>Rows that the table has.</summary>
    public long Count => _sequences.Sum();

    public IReadOnlyList<(long Encounter, long Sequence, byte[] Id, byte[] Content, byte[] Body)> Next()
    {
        var rows = new List<(long, long, byte[], byte[], byte[])>(IRawInserts.RowsOfACommit);
        for (var one = 0; one < AtOnce; one++)
        {
            var encounter = _next++ % encounters;
            for (var line = 0; line < Lines; line++)
                rows.Add((encounter + 1, ++_sequences[encounter], Chance(16), Chance(16), _body));
        }
        return rows;
    }

    private static byte[] Chance(int length)
    {
        var bytes = new byte[length];
        Random.Shared.NextBytes(bytes);
        return bytes;
    }
}
