namespace OrderCheck.Core.Tables;

/// <summary>
/// Reads one CSV record after another (RFC 4180) into memory that is used anew each time, so that a table of any length takes
/// constant memory, and knows where each field begins: people must find the one at fault among thousands of rows.
/// </summary>
/// <param name="text">A byte order mark at its begin is passed over.</param>
public sealed class CsvRecords(TextReader text)
{
    private const int LongestRecord = 1 << 20;

    private readonly char[] _buffer = new char[1 << 14];
    private char[] _record = new char[1024];
    private int[] _ends = new int[32];
    private (int Line, int Column)[] _places = new (int, int)[32];
    private int _buffered;
    private int _at;
    private int _length;
    private int _line = 1;
    private int _column = 1;
    private bool _begun;

    /// <summary>Line on which the record begins, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Fields of the record.</summary>
    public int Count { get; private set; }

    /// <summary>A field as it stands there, without its quotes; good until the next record. Empty where the record has no such field.</summary>
    public ReadOnlySpan<char> this[int field] =>
        field >= Count ? default : _record.AsSpan((field == 0 ? 0 : _ends[field - 1])..(_ends[field]));

    /// <summary>Where a field begins; where the record ends for a field that it does not have.</summary>
    public (int Line, int Column) Place(int field) => _places[Math.Min(field, Count)];

    /// <summary>The fields of the record, to keep.</summary>
    public CsvField[] ToFields()
    {
        var fields = new CsvField[Count];
        for (var at = 0; at < Count; at++)
            fields[at] = new CsvField(new string(this[at]), _places[at].Line, _places[at].Column);
        return fields;
    }

    /// <summary>Moves to the next record; blank lines are passed over.</summary>
    /// <exception cref="CsvFormatException">A quote is never closed, or something follows a closing quote.</exception>
    public bool Next()
    {
        SkipMark();
        do
        {
            if (Peek() < 0)
                return false;
            (Line, Count, _length) = (_line, 0, 0);
            while (ReadField())
            {
            }
        }
        while (Count == 1 && this[0].IsWhiteSpace());
        return true;
    }

    private void SkipMark()
    {
        if (!_begun && Peek() == '\uFEFF')
            _at++;
        _begun = true;
    }

    /// <returns>Whether another field follows.</returns>
    private bool ReadField()
    {
        // One more than there are fields: the record's end has a place too.
        if (Count + 1 == _places.Length)
        {
            Array.Resize(ref _ends, Count * 2);
            Array.Resize(ref _places, Count * 2);
        }

        _places[Count] = (_line, _column);
        if (Peek() == '"')
            ReadQuoted();
        else
            ReadPlain();
        _ends[Count++] = _length;
        _places[Count] = (_line, _column);
        return Ends();
    }

    private void ReadPlain()
    {
        while (Peek() >= 0)
        {
            var rest = _buffer.AsSpan(_at, _buffered - _at);
            var end = rest.IndexOfAny(',', '\n', '\r');
            Keep(end < 0 ? rest : rest[..end]);
            if (end >= 0)
                return;
        }
    }

    private void ReadQuoted()
    {
        Pass();
        while (Peek() >= 0)
        {
            var rest = _buffer.AsSpan(_at, _buffered - _at);
            var end = rest.IndexOf('"');
            KeepLines(end < 0 ? rest : rest[..end]);
            if (end < 0)
                continue;
            Pass();
            if (Peek() != '"')
                return;
            Keep("\"");
        }

        var (line, column) = _places[Count];
        throw new CsvFormatException(line, column, "A quote is opened here and never closed.");
    }

    private void KeepLines(ReadOnlySpan<char> read)
    {
        Keep(read);
        var last = read.LastIndexOf('\n');
        if (last >= 0)
            (_line, _column) = (_line + read.Count('\n'), read.Length - last);
    }

    /// <summary>Passes what ends the field.</summary>
    /// <returns>Whether another field follows.</returns>
    private bool Ends()
    {
        switch (Peek())
        {
            case ',':
                Pass();
                return true;
            case '\r':
                Pass();
                if (Peek() == '\n')
                    Pass();
                NextLine();
                return false;
            case '\n':
                Pass();
                NextLine();
                return false;
            case -1:
                return false;
            default:
                throw new CsvFormatException(_line, _column, "A comma or the line's end must follow a closing quote.");
        }
    }

    /// <summary>Takes what was read as a part of the record, and passes it.</summary>
    private void Keep(ReadOnlySpan<char> read)
    {
        if (_length + read.Length > _record.Length)
        {
            if (_length + read.Length > LongestRecord)
                throw new CsvFormatException(Line, 1, $"The record is longer than {LongestRecord} characters. Is a quote open?");
            Array.Resize(ref _record, Math.Max(_length + read.Length, _length * 2));
        }

        read.CopyTo(_record.AsSpan(_length));
        _length += read.Length;
        _at += read.Length;
        _column += read.Length;
    }

    private int Peek()
    {
        if (_at < _buffered)
            return _buffer[_at];
        (_buffered, _at) = (text.Read(_buffer, 0, _buffer.Length), 0);
        return _buffered <= 0 ? -1 : _buffer[0];
    }

    private void Pass()
    {
        _column++;
        _at++;
    }

    private void NextLine() => (_line, _column) = (_line + 1, 1);
}
