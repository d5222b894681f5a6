using System.Text;

namespace OrderCheck.Core.Rules;

/// <summary>One file of a rules folder. Two files are equal if their paths and contents are.</summary>
public sealed record RuleFile
{
    private readonly string? _text;
    private readonly ReadOnlyMemory<byte> _utf8;

    /// <param name="path">Relative to the rules folder, with '/': "payment/sex.json", "knowledge/sex_limits.csv".</param>
    /// <param name="text">The whole file.</param>
    public RuleFile(string path, string text) => (Path, _text) = (path, text);

    /// <param name="path">As above.</param>
    /// <param name="utf8">The whole file as good UTF-8, which nobody changes any more: a table of a million rows is not made a string of.</param>
    public RuleFile(string path, ReadOnlyMemory<byte> utf8) => (Path, _utf8) = (path, utf8);

    public string Path { get; init; }

    /// <summary>The whole file; made anew at each call where it was given as bytes.</summary>
    public string Text
    {
        get => _text ?? Encoding.UTF8.GetString(_utf8.Span);
        init => (_text, _utf8) = (value, default);
    }

    /// <summary>The same as bytes.</summary>
    public ReadOnlyMemory<byte> Utf8 => _text is null ? _utf8 : Encoding.UTF8.GetBytes(_text);

    public bool Equals(RuleFile? other) =>
        other is not null && Path == other.Path
        && (_text is not null && other._text is not null ? _text == other._text : Utf8.Span.SequenceEqual(other.Utf8.Span));

    public override int GetHashCode() => Path.GetHashCode(StringComparison.Ordinal);
}
