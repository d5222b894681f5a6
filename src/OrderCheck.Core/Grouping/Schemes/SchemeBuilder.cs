using System.Collections.Frozen;
using System.Collections.Immutable;
using OrderCheck.Core.Grouping.Predicates;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Grouping.Schemes;

/// <summary>Compiles a scheme from the texts of its folder (<see cref="SchemeFiles"/>).</summary>
public static class SchemeBuilder
{
    /// <param name="files">Names without a folder.</param>
    /// <param name="settings">Policy switches by name and value, over those of the scheme's own scheme.json.</param>
    public static SchemeBuild Build(IReadOnlyList<RuleFile> files, params ReadOnlySpan<KeyValuePair<string, string>> settings)
    {
        var faults = new List<Fault>();
        string? TextOf(string name) => files.FirstOrDefault(file => file.Path == name)?.Text;
        var manifest = SchemeManifest.Read(TextOf(SchemeFiles.Manifest), faults);
        if (manifest is null)
            return new SchemeBuild(null, faults);
        var codes = new SchemeCodes(TextOf, faults);
        var switches = ReadSwitches(manifest, settings, codes, faults);
        var diagnoses = codes.Diagnoses.Build();
        var procedures = codes.Procedures.Build();
        var compiler = new PredicateCompiler(codes.Diagnoses, codes.Procedures, Aliases(switches), diagnoses, procedures);
        var rows = new SchemeRows(TextOf, compiler, switches, faults).Read();
        return faults.Count > 0
            ? new SchemeBuild(null, faults)
            : new SchemeBuild(
                new GroupingScheme(Bits(codes, switches), AllProcedures(codes))
                {
                    Name = manifest.Name,
                    Version = manifest.Version,
                    Sources = manifest.Sources,
                    Switches = switches,
                    Mdcs = rows,
                    Diagnoses = diagnoses,
                    Procedures = procedures,
                    Complications = codes.Complications(diagnoses),
                    Exclusions = codes.Exclusions,
                },
                faults);
    }

    private static PolicySwitches ReadSwitches(
        SchemeManifest manifest, ReadOnlySpan<KeyValuePair<string, string>> settings, SchemeCodes codes, List<Fault> faults)
    {
        var switches = new PolicySwitches();
        var lists = codes.OtherOpAll;
        foreach (var (name, value) in (IEnumerable<KeyValuePair<string, string>>)[.. manifest.Switches, .. settings])
        {
            try
            {
                switches = switches.With(name, value, lists);
            }
            catch (FormatException bad)
            {
                faults.Add(new Fault(SchemeFiles.Manifest, 0, 0, bad.Message));
            }
        }
        return switches;
    }

    private static FrozenDictionary<string, int> Bits(SchemeCodes codes, PolicySwitches switches)
    {
        var bits = codes.Diagnoses.Sets.Concat(codes.Procedures.Sets).ToDictionary(StringComparer.Ordinal);
        foreach (var (alias, name) in Aliases(switches))
            bits[alias] = bits[name];
        return bits.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static ImmutableArray<int> AllProcedures(SchemeCodes codes) =>
        [.. codes.Procedures.Sets.Where(set => set.Key == "OP_ALL" || set.Key.StartsWith(SchemeFiles.OtherOpAll, StringComparison.Ordinal))
            .Select(set => set.Value)];

    private static Dictionary<string, string> Aliases(PolicySwitches switches) =>
        switches.OpAllSet == PolicySwitches.OwnOpAll ? [] : new() { ["OP_ALL"] = SchemeFiles.OtherOpAll + switches.OpAllSet };
}
