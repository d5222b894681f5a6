namespace OrderCheck.Cli.Nhsa.DrugList;

/// <summary>
/// NHSA's points that speak of a drug after the list was published: where they say the same, both stay and are told as one;
/// where they say something else, the list's limit ends the day before.
/// </summary>
internal sealed class LaterPoints(IEnumerable<KnowledgeLine> published)
{
    private const string Words = "words";

    private readonly ILookup<(string, string), KnowledgeLine> _published = published.ToLookup(line => (line.ItemCode, SubjectOf(line.Limit.Kind)));

    /// <summary>The limit as far as no later point takes over; null where it never comes to be in force.</summary>
    public KnowledgeLine? Until(KnowledgeLine line)
    {
        var later = _published[(line.ItemCode, SubjectOf(line.Limit.Kind))].Where(point => point.From > line.From && IsOfLimits(point)).ToList();
        var same = later.FindAll(point => SayTheSame(point, line));
        var end = later.Except(same).Where(other => !same.Exists(point => point.From <= other.From && (point.To is null || point.To >= other.From)))
            .Select(other => other.From.AddDays(-1)).Append(line.To ?? DateOnly.MaxValue).Min();
        return end < line.From ? null : line with { To = end == DateOnly.MaxValue ? null : end };
    }

    /// <summary>A sentence is one subject, whether its diagnoses could be coded or not.</summary>
    private static string SubjectOf(KindSchema kind) => kind == KindSchema.Diagnosis || kind == KindSchema.Text ? Words : kind.Name;

    /// <summary>What a child's or a sex's own drug is for is no payment limit.</summary>
    private static bool IsOfLimits(KnowledgeLine point) => SubjectOf(point.Limit.Kind) != Words || point.Point.RuleClass is "药品限适应症" or "药品限二线使用";

    private static bool SayTheSame(KnowledgeLine point, KnowledgeLine line) => SubjectOf(line.Limit.Kind) == Words
        ? LettersOf(point.Point.ConstraintText) == LettersOf(line.Point.ConstraintText)
        : point.Limit.Values.SequenceEqual(line.Limit.Values);

    private static string LettersOf(string sentence) => string.Concat(ListNames.Folded(sentence).Where(char.IsLetterOrDigit));
}
