using OrderCheck.Core.Rules.Cases.Reading;
using OrderCheck.Core.Rules.Reading;

namespace OrderCheck.Core.Rules.Cases;

/// <summary>The cases of a rules folder.</summary>
/// <param name="Cases">Those without fault.</param>
/// <param name="Faults">All that is wrong with the case files.</param>
public sealed record CaseSet(IReadOnlyList<RuleCase> Cases, IReadOnlyList<Fault> Faults)
{
    /// <param name="release">Made of the same folder.</param>
    public static CaseSet Read(RuleFolder folder, Release release)
    {
        var (cases, faults) = (new List<RuleCase>(), new List<Fault>());
        RuleFile[] files = [.. folder.Files.Where(FolderLayout.IsCase).OrderBy(file => file.Path, StringComparer.Ordinal)];
        Read(files.Where(file => !CaseBed.Has(file)), release.UnderTest());
        if (CaseBed.Build(folder, release.Number, faults) is { } bed)
            Read(files.Where(file => CaseBed.Has(file) && !file.Path.EndsWith(".csv", StringComparison.Ordinal)), bed.UnderTest());
        return new CaseSet(cases, [.. faults.OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line).ThenBy(fault => fault.Column)]);

        void Read(IEnumerable<RuleFile> some, Release tested)
        {
            var words = new CaseNames(tested);
            foreach (var file in some)
                cases.AddRange(CaseFileReader.Read(file, tested, words, faults));
        }
    }
}
