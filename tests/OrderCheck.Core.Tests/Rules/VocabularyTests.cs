using System.Reflection;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules.Vocabulary;
using Xunit;

namespace OrderCheck.Core.Tests.Rules;

public sealed class VocabularyTests
{
    /// <summary>Public, and yet no fact to write rules with: how a row is stored and dated, and a pair's other party.</summary>
    private static readonly HashSet<string> NotForRules =
        [nameof(KnowledgeRow.IsPrefix), nameof(KnowledgeRow.EffectiveFrom), nameof(KnowledgeRow.EffectiveTo), nameof(KnowledgeRow.InForce), nameof(OtherFacts.Counterpart)];

    private static IEnumerable<MemberInfo> PublicMembers() =>
        RuleVocabulary.Types
            .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Instance))
            .Where(member => member is PropertyInfo or MethodInfo { IsSpecialName: false })
            .Where(member => member.DeclaringType != typeof(object) && !NotForRules.Contains(member.Name));

    [Fact]
    public void Every_public_fact_is_in_the_vocabulary() =>
        Assert.All(PublicMembers(), member => Assert.True(RuleVocabulary.Find(member) is not null, $"{member.DeclaringType!.Name}.{member.Name}"));

    [Fact]
    public void Every_entry_has_a_Chinese_label_and_a_meaning() =>
        Assert.All(RuleVocabulary.Entries, entry =>
        {
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", entry.Label);
            Assert.NotEmpty(entry.Meaning);
        });

    [Fact]
    public void A_fact_can_be_missing_exactly_where_its_type_allows_null_and_it_is_no_limit()
    {
        var nullability = new NullabilityInfoContext();
        foreach (var entry in RuleVocabulary.Entries.Where(entry => entry.Name is not "use.DaysSinceLast"))
        {
            var state = entry.Member is PropertyInfo property
                ? nullability.Create(property).ReadState
                : nullability.Create(((MethodInfo)entry.Member).ReturnParameter).ReadState;
            var expected = state == NullabilityState.Nullable && entry.Subject != RuleVocabulary.Limit;
            Assert.True(entry.CanBeMissing == expected, entry.Name);
        }
    }

    [Fact]
    public void Every_subject_is_a_property_of_the_facts_of_that_type() =>
        Assert.All(RuleVocabulary.Subjects, subject =>
        {
            var property = typeof(OrderCheck.Core.Rules.RuleFacts).GetProperty(char.ToUpperInvariant(subject.Name[0]) + subject.Name[1..]);
            Assert.Equal(subject.Type, property?.PropertyType);
        });
}
