using OrderCheck.Core.Identity;
using OrderCheck.Interop.Nhsa;
using OrderCheck.Server.Identity;

namespace OrderCheck.Server.Nhsa;

/// <summary>Who sits at the screen, as the envelope says it.</summary>
internal static class NhsaCallers
{
    private const int LongestCode = 64;

    /// <summary>A header that names the person or the role wins; opter is what a HIS that changes one URL has.</summary>
    public static Caller Of(this CallIdentity identity, NhsaEnvelope envelope) =>
        identity.Caller.Person.Length > 0 || envelope.Operator.Length is 0 or > LongestCode || envelope.Operator.Any(char.IsControl)
            ? identity.Caller
            : identity.Caller with { Person = envelope.Operator };
}
