using OrderCheck.Core.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Rules;

public sealed class StarterRuleTests
{
    [Fact]
    public void The_starter_rules_compile()
    {
        var release = Folders.Built(Folders.Starter());

        Assert.Equal(24, release.Rules.Count);
        Assert.All(release.Rules, rule => Assert.Equal(RuleState.Active, rule.Definition.State));
    }
}
