namespace OrderCheck.Core.Grouping.Language;

/// <summary>The names of sets that a rule asks for.</summary>
internal static class RuleNames
{
    public static IEnumerable<SetName> Of(RuleNode rule) => rule switch
    {
        RuleNode.All all => all.Parts.SelectMany(Of),
        RuleNode.Any any => any.Parts.SelectMany(Of),
        RuleNode.Not not => Of(not.Part),
        RuleNode.Membership membership => membership.Sets.Where(set => !set.IsComplication),
        RuleNode.HitCount count => count.Sets,
        _ => [],
    };
}
