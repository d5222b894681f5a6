using System.CommandLine;

namespace OrderCheck.Cli.Verbs;

/// <summary>One run of a verb: what it was asked, where it writes, and the figures it reports.</summary>
internal sealed class VerbRun(ParseResult arguments, TextWriter output, TextWriter errors)
{
    private readonly Dictionary<string, object> _figures = [];
    private readonly List<string> _order = [];

    public ParseResult Arguments { get; } = arguments;

    public TextWriter Output { get; } = output;

    /// <summary>For progress and diagnostics; results go to <see cref="Output"/>.</summary>
    public TextWriter Errors { get; } = errors;

    /// <summary>A program reads the output (<c>--json</c>): nothing is shown that only a person looks at.</summary>
    public bool IsForProgram { get; init; }

    /// <summary>Figures in the order in which they were first reported.</summary>
    public IEnumerable<KeyValuePair<string, object>> Figures => _order.Select(name => KeyValuePair.Create(name, _figures[name]));

    /// <summary>
    /// Reports a count or figure for the last line of <c>--json</c>: numbers, booleans, strings, and dictionaries or
    /// lists of these.
    /// </summary>
    public void Report(string name, object value)
    {
        if (!_figures.ContainsKey(name))
            _order.Add(name);
        _figures[name] = value;
    }
}
