namespace OrderCheck.Core.Rules.Reading;

/// <summary>A rule as read, with the means to say where in its file something is wrong.</summary>
/// <param name="Definition">Null where it lacks what compiling needs: its name is still checked against the others'.</param>
/// <param name="AtName">Reports a fault at the rule's name.</param>
/// <param name="AtExpression">Reports a fault so many characters into the expression.</param>
/// <param name="AtMessage">Reports a fault so many characters into the message.</param>
internal sealed record WrittenRule(
    string Name, RuleDefinition? Definition, Action<string> AtName, Action<string, int> AtExpression, Action<string, int> AtMessage);
