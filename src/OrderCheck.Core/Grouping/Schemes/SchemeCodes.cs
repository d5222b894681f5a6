using System.Collections.Frozen;
using System.Collections.Immutable;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Grouping.Schemes;

/// <summary>Reads a scheme's codes, sets, complications and exclusions.</summary>
internal sealed class SchemeCodes
{
    private const string ExclusionSet = "exclusion:";

    private readonly Func<string, string?> _textOf;
    private readonly List<Fault> _faults;
    private readonly Dictionary<int, (ComplicationLevel Level, int Exclusion)> _complications = [];

    public SchemeCodes(Func<string, string?> textOf, List<Fault> faults)
    {
        _textOf = textOf;
        _faults = faults;
        ReadCodes(SchemeFiles.Diagnoses, Diagnoses);
        ReadCodes(SchemeFiles.Procedures, Procedures);
        ReadSets();
        ReadComplications();
        ReadExclusions();
        ReadMap(SchemeFiles.DiagnosisMap, Diagnoses);
        ReadMap(SchemeFiles.ProcedureMap, Procedures);
    }

    public CodeBookBuilder Diagnoses { get; } = new();

    public CodeBookBuilder Procedures { get; } = new();

    /// <summary>The lists that OP_ALL can stand for beside the scheme's own.</summary>
    public ImmutableArray<string> OtherOpAll =>
        [.. Procedures.Sets.Keys.Where(name => name.StartsWith(SchemeFiles.OtherOpAll, StringComparison.Ordinal))
            .Select(name => name[SchemeFiles.OtherOpAll.Length..])];

    /// <summary>The exclusion sets' own names, by bit.</summary>
    public FrozenDictionary<int, string> Exclusions =>
        Diagnoses.Sets.Where(set => set.Key.StartsWith(ExclusionSet, StringComparison.Ordinal))
            .ToFrozenDictionary(set => set.Value, set => set.Key[ExclusionSet.Length..]);

    public ComplicationTable Complications(CodeBook diagnoses)
    {
        var levels = new ComplicationLevel[diagnoses.Count];
        var exclusions = new int[diagnoses.Count];
        foreach (var (code, (level, exclusion)) in _complications)
            (levels[code], exclusions[code]) = (level, exclusion);
        return new ComplicationTable(levels, exclusions);
    }

    private void ReadCodes(string file, CodeBookBuilder book)
    {
        var table = new SchemeTable(file, _textOf(file), _faults, "code", "name");
        foreach (var row in table.Rows)
            book.Declare(table.Get(row, "code"), table.Get(row, "name"), table.Get(row, "grey") == "1");
    }

    private void ReadSets()
    {
        var table = Required(SchemeFiles.Sets, "set", "code");
        foreach (var row in table.Rows)
        {
            var (name, code) = (table.Get(row, "set"), table.Get(row, "code"));
            if (!name.StartsWith("OP", StringComparison.Ordinal) && !name.StartsWith("DI", StringComparison.Ordinal))
                table.Refuse(row, "set", $"'{name}' is no set name: diagnoses are in DI…, procedures in OP….");
            var book = name.StartsWith("OP", StringComparison.Ordinal) ? Procedures : Diagnoses;
            var set = book.Set(name);
            if (code.Length > 0)
                book.Add(set, code);
        }
    }

    private void ReadComplications()
    {
        var table = Required(SchemeFiles.Complications, "code", "level", "exclusion_set");
        foreach (var row in table.Rows)
        {
            var level = LevelNamed(table.Get(row, "level"));
            if (level == ComplicationLevel.None)
                table.Refuse(row, "level", $"'{table.Get(row, "level")}' is neither MCC nor CC.");
            var exclusion = table.Get(row, "exclusion_set");
            var entry = (level, exclusion.Length == 0 ? ComplicationTable.NoExclusion : Diagnoses.Set(ExclusionSet + exclusion));
            var code = Diagnoses.OrdinalOf(table.Get(row, "code"));
            if (!_complications.TryAdd(code, entry) && _complications[code] != entry)
                table.Refuse(row, "code", $"{table.Get(row, "code")} is listed already, with another level or exclusion set.");
        }
    }

    private void ReadExclusions()
    {
        var table = Required(SchemeFiles.Exclusions, "exclusion_set", "code");
        foreach (var row in table.Rows)
            Diagnoses.Add(Diagnoses.Set(ExclusionSet + table.Get(row, "exclusion_set")), table.Get(row, "code"));
    }

    private void ReadMap(string file, CodeBookBuilder book)
    {
        var table = new SchemeTable(file, _textOf(file), _faults, "clinical", "insurance");
        foreach (var row in table.Rows)
            if (!book.TryMap(table.Get(row, "clinical"), table.Get(row, "insurance")))
                table.Refuse(row, "insurance", $"'{table.Get(row, "insurance")}' is no insurance-edition code of this scheme.");
    }

    private SchemeTable Required(string file, params ReadOnlySpan<string> columns)
    {
        var text = _textOf(file);
        if (text is null)
            _faults.Add(new Fault(file, 0, 0, "The scheme's folder does not have this file."));
        return new SchemeTable(file, text, _faults, columns);
    }

    private static ComplicationLevel LevelNamed(string text) => text switch
    {
        "MCC" => ComplicationLevel.Major,
        "CC" => ComplicationLevel.Minor,
        _ => ComplicationLevel.None,
    };
}
