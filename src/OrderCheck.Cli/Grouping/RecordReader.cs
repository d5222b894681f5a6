using OrderCheck.Cli.Verbs;

namespace OrderCheck.Cli.Grouping;

/// <summary>
/// Reads one CSV record after another (RFC 4180) into memory that is used anew each time: a table of any length takes
/// constant memory.
/// </summary>
internal sealed class RecordReader(TextReader reader, string file)
{
    private const int LongestRecord = 1 << 20;

    private readonly char[] _buffer = new char[1 << 16];
    private char[] _record = new char[1024];
    private int[] _ends = new int[32];
    private int[] _columns = new int[32];
    private int _buffered;
    private int _at;
    private int _length;
    private int _nextLine = 1;
    private int _column;
    private int _endColumn;

    /// <summary>Line on which the record begins, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Fields of the record.</summary>
    public int Count { get; private set; }

    public ReadOnlySpan<char> this[int field] =>
        field >= Count ? default : _record.AsSpan((field == 0 ? 0 : _ends[field - 1])..(_ends[field])).Trim();

    /// <summary>Moves to the next record; empty lines are passed over.</summary>
    /// <exception cref="BadInputException">A quote is never closed, or something follows a closing quote.</exception>
    public bool Next()
    {
        do
        {
            if (Peek() < 0)
                return false;
            (Line, Count, _length, _column) = (_nextLine, 0, 0, 1);
            while (ReadField())
            {
            }
        }
        while (Count == 1 && this[0].IsEmpty);
        return true;
    }

    public BadInputException Fault(int field, string message) =>
        new(file, Line, field < Count ? _columns[field] : _endColumn, message);

    /// <returns>Whether another field follows.</returns>
    private bool ReadField()
    {
        if (Count == _ends.Length)
        {
            Array.Resize(ref _ends, Count * 2);
            Array.Resize(ref _columns, Count * 2);
        }
        _columns[Count] = _column;
        if (Peek() == '"')
            ReadQuoted();
        else
            while (Peek() is not (',' or '\n' or '\r' or -1))
                Keep(Take());
        _ends[Count++] = _length;
        _endColumn = _column;
        switch (Peek())
        {
            case ',':
                Take();
                return true;
            case '\r':
                Take();
                if (Peek() == '\n')
                    Take();
                _nextLine++;
                return false;
            case '\n':
                Take();
                _nextLine++;
                return false;
            case -1:
                return false;
            default:
                throw Fault(Count, "A comma or the line's end must follow a closing quote.");
        }
    }

    private void ReadQuoted()
    {
        Take();
        while (Peek() is >= 0 and var next)
        {
            var read = Take();
            if (next == '\n')
                _nextLine++;
            if (read == '"')
            {
                if (Peek() != '"')
                    return;
                Take();
            }
            Keep(read);
        }
        throw new BadInputException(file, Line, _columns[Count], "A quote is opened here and never closed.");
    }

    private void Keep(char read)
    {
        if (_length == _record.Length)
        {
            if (_length >= LongestRecord)
                throw new BadInputException(file, Line, 0, $"The record is longer than {LongestRecord} characters. Is a quote open?");
            Array.Resize(ref _record, _length * 2);
        }
        _record[_length++] = read;
    }

    private int Peek()
    {
        if (_at < _buffered)
            return _buffer[_at];
        _buffered = reader.Read(_buffer, 0, _buffer.Length);
        _at = 0;
        return _buffered <= 0 ? -1 : _buffer[0];
    }

    private char Take()
    {
        _column++;
        return _buffer[_at++];
    }
}
