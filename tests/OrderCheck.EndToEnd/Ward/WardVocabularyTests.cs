using Xunit;

namespace OrderCheck.EndToEnd.Ward;

/// <summary>The ward's files and the cases beside the rules are read by two programs; they have one vocabulary.</summary>
public sealed class WardVocabularyTests
{
    [Fact]
    public void Every_word_that_a_history_may_have_is_one_of_the_cases_or_explained_on_the_wards_page()
    {
        var pages = File.ReadAllText(Path.Combine(Repository.Rules, "README.md")) + File.ReadAllText(Path.Combine(WardHistory.Folder, "README.md"));
        string[] words =
        [
            .. WardHistory.Members, .. WardPlay.Members, .. WardExpectation.Members, .. WardEvents.StayMembers, .. WardOrders.Members, .. WardCharges.Members,
            .. WardHospital.Roles.Keys, .. WardExpectation.Decisions.Keys,
        ];

        Assert.All(words, word => Assert.Contains(word, pages, StringComparison.Ordinal));
    }

    [Fact]
    public void Whatever_happens_in_a_case_beside_the_rules_can_happen_on_the_ward()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Rules, "README.md"));
        var table = page[page.IndexOf("| 事 | 写法 |", StringComparison.Ordinal)..page.IndexOf("**现在**", StringComparison.Ordinal)];
        var happenings = table.Split('\n').Skip(2).Where(line => line.StartsWith('|')).SelectMany(line => line.Split('|')[1].Trim().Split('、'));

        // Of merged patients tells HistoryScenarios, which waits for both patients' encounters.
        Assert.Equal(["合并"], happenings.Except(WardPlay.Members));
    }
}
