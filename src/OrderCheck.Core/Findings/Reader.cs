using OrderCheck.Core.Identity;

namespace OrderCheck.Core.Findings;

/// <summary>Whose eyes an answer is for.</summary>
/// <param name="Role">Null, the HIS and an administrator see everything: the HIS shows each of its users what is for them.</param>
/// <param name="ShownBefore">Keys of findings that the reader has seen.</param>
/// <param name="MaxCards">As the caller asked for; 0: as many as the release gives the role.</param>
public sealed record Reader(Role? Role, IReadOnlyCollection<string> ShownBefore, int MaxCards)
{
    public bool MaySee(Finding finding) => finding.For.Count == 0 || Role is null or Identity.Role.His or Identity.Role.Administrator || finding.IsFor(Role.Value);
}
