using OrderCheck.Core.Checks;

namespace OrderCheck.Interop.Nhsa;

/// <summary>What was answered about one visit of a request, one check for each stage that was asked.</summary>
public sealed record NhsaVisitAnswer(NhsaVisit Visit, IReadOnlyList<CheckAnswer> Checks);
