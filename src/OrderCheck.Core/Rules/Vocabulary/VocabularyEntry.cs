using System.Reflection;

namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>One fact that rule text may read.</summary>
/// <param name="Subject">The parameter it hangs on: "patient", "limit".</param>
/// <param name="Member">The property or method, "Sex".</param>
/// <param name="Unit">元, 天 …; null where the fact is no number or counts in the item's own unit.</param>
/// <param name="Label">Chinese, as cards name it.</param>
/// <param name="Meaning">Chinese, for the people who write rules.</param>
/// <param name="CanBeMissing">A null means "not known": a rule that needs it is undetermined.</param>
public sealed record VocabularyEntry(string Subject, MemberInfo Member, string? Unit, string Label, string Meaning, bool CanBeMissing)
{
    /// <summary>As in rule text: "patient.Sex".</summary>
    public string Name => $"{Subject}.{Member.Name}";

    public Type Type => Member is MethodInfo method ? method.ReturnType : ((PropertyInfo)Member).PropertyType;

    public bool IsMethod => Member is MethodInfo;
}
