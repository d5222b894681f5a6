using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace OrderCheck.Client.Wire;

/// <summary>Decides on a server's certificate by the hospital's own authorities.</summary>
internal static class ServerCertificates
{
    /// <summary>Null leaves the decision to the machine.</summary>
    public static Func<X509Certificate2?, X509Chain?, SslPolicyErrors, bool>? Validation(OrderCheckClientOptions options) =>
        options.ServerCertificateValidation
        ?? (options.CertificateAuthorities is { } authorities
            ? (certificate, _, errors) => IsTrusted(certificate, errors, authorities)
            : null);

    /// <summary>The name must be right and the chain must end at one of the authorities; that the machine trusts another is no matter.</summary>
    private static bool IsTrusted(X509Certificate2? certificate, SslPolicyErrors errors, X509Certificate2Collection authorities)
    {
        if (certificate is null || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
            return false;
        using var chain = new X509Chain();
        // A hospital's own authority seldom publishes revocations where a workstation could read them.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
#if NET
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
#else
        chain.ChainPolicy.ExtraStore.AddRange(authorities);
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.AllowUnknownCertificateAuthority;
#endif
        if (!chain.Build(certificate))
            return false;
        var root = chain.ChainElements[chain.ChainElements.Count - 1].Certificate;
        return authorities.Cast<X509Certificate2>().Any(authority => authority.RawData.AsSpan().SequenceEqual(root.RawData));
    }
}
