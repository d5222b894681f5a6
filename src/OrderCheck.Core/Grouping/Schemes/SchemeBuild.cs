using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Grouping.Schemes;

/// <param name="Scheme">Null where there are faults.</param>
/// <param name="Faults">All of them.</param>
public sealed record SchemeBuild(GroupingScheme? Scheme, IReadOnlyList<Fault> Faults);
