using OrderCheck.Core.Tests.Checks;
using OrderCheck.Core.Tests.Rules;

namespace OrderCheck.Core.Tests.Patients;

/// <summary>A rulebook with one rule of its own, on every use of an item.</summary>
internal static class Expression
{
    public static Rulebook Rule(string expression, string item = Items.Albumin) => Rulebook.Of(
        [RuleJson.File(RuleJson.Rule(expression, "not_payable", "of-history"))],
        ("not_payable", $"item_code,mode\n{item},单复方\n"));
}
