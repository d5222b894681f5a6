using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Knowledge.Reading;
using OrderCheck.Core.Rules.Reading;

namespace OrderCheck.Core.Rules.Cases.Reading;

/// <summary>
/// The hospital, and the rows of knowledge and dictionary that cases bring with them: those of the folder change with every
/// import, a case's own do not. Those of the file hold for all its cases.
/// </summary>
internal sealed class CaseRows
{
    private readonly Release _release;
    private readonly HospitalDictionary _dictionary;
    private readonly IReadOnlyList<RuleFile> _dictionaries;

    private CaseRows(Release release, HospitalDictionary dictionary, IReadOnlyList<RuleFile> dictionaries) =>
        (_release, _dictionary, _dictionaries) = (release, dictionary, dictionaries);

    /// <summary>Null where a row is at fault: cases that lack it would say nothing.</summary>
    public static CaseRows? Of(CaseObject file, Release release, CaseReading reading)
    {
        var seeded = new CaseRows(release, Usual(release), release.Dictionary.Files);
        return seeded.And(file, reading);
    }

    /// <summary>Gives the reading what the case rests on; where a row is at fault, which was reported, what its file rests on.</summary>
    public void With(CaseObject ruleCase, CaseReading reading)
    {
        var rows = And(ruleCase, reading) ?? this;
        (reading.Release, reading.Dictionary) = (rows._release, rows._dictionary);
    }

    private CaseRows? And(CaseObject more, CaseReading reading)
    {
        var faultsBefore = reading.Faults.Count;
        var release = more.Has("知识") ? Knowing(more, reading) : _release;
        var files = more.Has("字典") ? [.. _dictionaries, .. Dictionaries(more, reading)] : _dictionaries;
        var hospital = more.Has("医院") ? HospitalReader.Read(more, _dictionary.Hospital, reading) : _dictionary.Hospital;
        if (reading.Faults.Count > faultsBefore)
            return null;
        var same = ReferenceEquals(files, _dictionaries) && hospital == _dictionary.Hospital;
        return new CaseRows(release, same ? _dictionary : DictionaryBuilder.Build(hospital, 1, files).Dictionary!, files);
    }

    private static HospitalDictionary Usual(Release release) => DictionaryBuilder.Build(HospitalReader.Usual, 1, release.Dictionary.Files).Dictionary!;

    private Release Knowing(CaseObject more, CaseReading reading)
    {
        var rows = new Dictionary<KnowledgeKind, IReadOnlyList<KnowledgeRow>>();
        var items = new ItemCodes(_release.Catalogue);
        foreach (var table in RowTable.Each(more, "知识", reading))
        {
            if (!KnowledgeKinds.TryFind(table.Name, out var kind))
            {
                table.FaultAtName($"'{table.Name}' is no kind of knowledge. Kinds are {string.Join(", ", KnowledgeKinds.All.Select(KnowledgeKinds.NameOf))}.");
                continue;
            }
            var faults = new List<Fault>();
            var folder = new RuleFolder([new RuleFile(KnowledgeReader.FileOf(kind), table.Csv)]);
            var read = new KnowledgeReader(items, _release.Codes, faults).Read(folder, kind);
            if (faults.Count == 0)
                UnreadRows.Report(_release.Rules, [read], faults);
            faults.ForEach(table.Report);
            rows[kind] = read.Rows;
        }
        return rows.Count == 0 ? _release : _release.With(rows);
    }

    private List<RuleFile> Dictionaries(CaseObject more, CaseReading reading)
    {
        var files = new List<RuleFile>();
        foreach (var table in RowTable.Each(more, "字典", reading))
        {
            var file = new RuleFile($"{FolderLayout.Dictionary}{table.Name}.csv", table.Csv);
            foreach (var fault in DictionaryBuilder.Build(HospitalReader.Usual, 1, [file], _release.Catalogue).Faults)
                table.Report(fault);
            files.Add(file);
        }
        return files;
    }
}
