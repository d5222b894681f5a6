using OrderCheck.Core.Rules.Cases;

namespace OrderCheck.Core.Rules.Documentation;

/// <summary>What is written about a rules folder out of the folder and the code: parts of its README.md, and coverage.md.</summary>
public static class RuleDocuments
{
    public const string Readme = "README.md";
    public const string Coverage = "coverage.md";

    /// <summary>The README with its generated parts made anew; what stands between them is the writers' own.</summary>
    /// <exception cref="FormatException">The text lacks the marks of a generated part.</exception>
    public static string ReadmeOf(string written, Release release, RuleFolder folder, IReadOnlyList<RuleCase> cases)
    {
        var text = Replace(written, "事实词汇", VocabularyPages.Facts());
        text = Replace(text, "知识种类", VocabularyPages.Knowledge(release));
        return Replace(text, "每类一例", ExamplePages.Examples(release, folder, cases));
    }

    /// <param name="faults">What is wrong with the tables that it is made of.</param>
    /// <returns>Null where there are faults.</returns>
    public static string? CoverageOf(Release release, RuleFolder folder, List<Fault> faults)
    {
        var official = OfficialRules.Read(folder, faults);
        return faults.Count == 0 ? CoveragePage.Text(release, folder, official) : null;
    }

    private static string Replace(string text, string part, string made)
    {
        var (begin, end) = ($"<!-- 生成：{part} -->\n", $"<!-- 生成结束：{part} -->");
        var from = text.IndexOf(begin, StringComparison.Ordinal);
        var to = text.IndexOf(end, StringComparison.Ordinal);
        return from >= 0 && to > from
            ? $"{text[..(from + begin.Length)]}\n{made}\n{text[to..]}"
            : throw new FormatException($"{Readme} lacks the lines '{begin.TrimEnd()}' and '{end}', between which the part is written.");
    }
}
