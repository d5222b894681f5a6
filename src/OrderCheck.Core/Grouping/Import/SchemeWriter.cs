using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using OrderCheck.Core.Grouping.Schemes;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Grouping.Import;

/// <summary>Writes what an import gathered as the files of a scheme's folder, and counts codes that no code table has.</summary>
internal sealed class SchemeWriter
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly HashSet<string> _diagnosisCodes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _procedureCodes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _inNoTable = new(StringComparer.Ordinal);
    private readonly List<RuleFile> _files = [];
    private readonly HashSet<(string, string)> _members = [];

    public CsvWriter Mdc { get; } = new("code", "name", "sort", "rule");

    public CsvWriter Adrg { get; } = new("code", "name", "mdc", "kind", "sort", "rule");

    public CsvWriter Drg { get; } = new("code", "name", "adrg", "sort", "rule");

    public CsvWriter Sets { get; } = new("set", "code");

    public CsvWriter Complications { get; } = new("code", "level", "exclusion_set");

    public CsvWriter Exclusions { get; } = new("exclusion_set", "code");

    public int CodesInNoTable => _inNoTable.Count;

    /// <summary>Adds the code tables and the clinical-edition maps where they are there.</summary>
    public void AddCodes(IcdTables icd)
    {
        AddCodes(SchemeFiles.Diagnoses, icd.Diagnoses, icd.GreyDiagnoses, _diagnosisCodes);
        AddCodes(SchemeFiles.Procedures, icd.Procedures, icd.GreyProcedures, _procedureCodes);
        AddMap(SchemeFiles.DiagnosisMap, icd.DiagnosisMap, _diagnosisCodes);
        AddMap(SchemeFiles.ProcedureMap, icd.ProcedureMap, _procedureCodes);
    }

    public void AddMember(string set, string code)
    {
        if (!_members.Add((set, code)))
            return;
        Sets.Write(set, code);
        if (code.Length > 0)
            NoteCode(code, set.StartsWith("OP", StringComparison.Ordinal) ? _procedureCodes : _diagnosisCodes);
    }

    public void AddComplication(string code, string level, string exclusionSet)
    {
        Complications.Write(code, level, exclusionSet);
        NoteCode(code, _diagnosisCodes);
    }

    public void AddExclusion(string exclusionSet, string code)
    {
        Exclusions.Write(exclusionSet, code);
        NoteCode(code, _diagnosisCodes);
    }

    public IReadOnlyList<RuleFile> Finish(string name, string version, IReadOnlyList<string> sources, PolicySwitches switches)
    {
        var manifest = new
        {
            name,
            version,
            sources,
            switches = switches.All().ToDictionary(pair => pair.Key, pair => pair.Value),
        };
        return
        [
            new RuleFile(SchemeFiles.Manifest, JsonSerializer.Serialize(manifest, Readable) + "\n"),
            new RuleFile(SchemeFiles.Mdc, Mdc.ToString()),
            new RuleFile(SchemeFiles.Adrg, Adrg.ToString()),
            new RuleFile(SchemeFiles.Drg, Drg.ToString()),
            new RuleFile(SchemeFiles.Sets, Sets.ToString()),
            new RuleFile(SchemeFiles.Complications, Complications.ToString()),
            new RuleFile(SchemeFiles.Exclusions, Exclusions.ToString()),
            .. _files,
        ];
    }

    private void NoteCode(string code, HashSet<string> known)
    {
        // Without a code table there is nothing that a code could be missing from.
        if (known.Count > 0 && !known.Contains(code))
            _inNoTable.Add(code);
    }

    private void AddCodes(string file, IReadOnlyList<(string Code, string Name)> codes, IReadOnlySet<string> grey, HashSet<string> known)
    {
        var table = new CsvWriter("code", "name", "grey");
        foreach (var (code, name) in codes)
            if (known.Add(code))
                table.Write(code, name, grey.Contains(code) ? "1" : "");
        if (known.Count > 0)
            _files.Add(new RuleFile(file, table.ToString()));
    }

    private void AddMap(string file, IReadOnlyList<(string Clinical, string Insurance)> map, HashSet<string> known)
    {
        var table = new CsvWriter("clinical", "insurance");
        var written = 0;
        foreach (var (clinical, insurance) in map)
        {
            // What is an insurance-edition code already is never mapped.
            if (known.Contains(clinical) || !known.Contains(insurance))
                continue;
            table.Write(clinical, insurance);
            written++;
        }
        if (written > 0)
            _files.Add(new RuleFile(file, table.ToString()));
    }
}
