namespace OrderCheck.Cli.Grouping;

/// <summary>Codes in one field, separated by '|', the principal one first. A blank principal keeps its place.</summary>
internal ref struct CodeList
{
    private ReadOnlySpan<char> _rest;
    private bool _ended;

    private CodeList(ReadOnlySpan<char> text)
    {
        _rest = text;
        _ended = text.IsEmpty;
    }

    public ReadOnlySpan<char> Current { get; private set; }

    public static CodeList Of(ReadOnlySpan<char> text) => new(text);

    public readonly CodeList GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_ended)
            return false;
        var end = _rest.IndexOf('|');
        Current = (end < 0 ? _rest : _rest[..end]).Trim();
        _ended = end < 0;
        _rest = end < 0 ? default : _rest[(end + 1)..];
        return true;
    }
}
