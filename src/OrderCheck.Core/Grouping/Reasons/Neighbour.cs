namespace OrderCheck.Core.Grouping.Reasons;

/// <summary>
/// The group with another of the case's procedures as the principal one. For explanation only: which procedure is principal
/// is the record's to say, not the payment's.
/// </summary>
public readonly record struct Neighbour(string Procedure, GroupResult Result);
