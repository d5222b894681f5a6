using OrderCheck.Core.Grouping;

namespace OrderCheck.Server.Grouping;

/// <summary>The scheme that groups a case.</summary>
/// <param name="Id">Its folder under grouping/ of the rules.</param>
internal readonly record struct ChosenScheme(string Id, GroupingScheme Scheme);
