using OrderCheck.Core.Checks;
using OrderCheck.Core.Findings;
using OrderCheck.Interop.Nhsa;

namespace OrderCheck.Cli.Checks;

/// <summary>A request with its answer.</summary>
/// <param name="Response">UTF-8, one line.</param>
/// <param name="Fault">Why it could not be understood; null where it was.</param>
internal sealed record CheckedRequest(byte[] Response, NhsaRequest? Request, IReadOnlyList<NhsaVisitAnswer> Answers, NhsaFault? Fault)
{
    public IEnumerable<Finding> Findings => Answers.SelectMany(answer => answer.Checks.SelectMany(check => check.Findings).DistinctBy(finding => finding.Key));

    public bool IsComplete => Answers.All(answer => answer.Visit.Unjudged.Count == 0 && answer.Checks.All(check => check.State == CheckState.Complete));
}
