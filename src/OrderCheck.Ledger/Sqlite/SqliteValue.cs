using SQLitePCL;

namespace OrderCheck.Ledger.Sqlite;

/// <summary>A value that is bound to a statement: without a box, since charges come by the million.</summary>
internal readonly struct SqliteValue
{
    private readonly long _number;
    private readonly string? _text;
    private readonly ReadOnlyMemory<byte>? _bytes;

    private SqliteValue(long number, string? text, ReadOnlyMemory<byte>? bytes) => (_number, _text, _bytes) = (number, text, bytes);

    public static implicit operator SqliteValue(long number) => new(number, null, null);

    public static implicit operator SqliteValue(string text) => new(0, text, null);

    public static implicit operator SqliteValue(byte[] bytes) => new(0, null, bytes);

    public static implicit operator SqliteValue(ReadOnlyMemory<byte> bytes) => new(0, null, bytes);

    /// <returns>SQLite's code.</returns>
    public int Bind(sqlite3_stmt statement, int place) =>
        _bytes is { } bytes ? raw.sqlite3_bind_blob(statement, place, bytes.Span)
        : _text is not null ? raw.sqlite3_bind_text(statement, place, _text)
        : raw.sqlite3_bind_int64(statement, place, _number);
}
