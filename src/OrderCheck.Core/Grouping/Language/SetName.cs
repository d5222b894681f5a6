namespace OrderCheck.Core.Grouping.Language;

/// <summary>A code set as a rule names it: DI_… of diagnoses, OP_… of procedures, or MCC and CC.</summary>
/// <param name="Line">Where the rule names it, from 1.</param>
/// <param name="Column">From 1.</param>
public sealed record SetName(string Name, int Line, int Column)
{
    /// <summary>The case's other diagnoses that count as complications of the level, those that the principal excludes left out.</summary>
    public bool IsComplication => Name is "MCC" or "CC";

    public bool IsOfProcedures => Name.StartsWith("OP", StringComparison.Ordinal);
}
