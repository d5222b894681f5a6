using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OrderCheck.Server.Nhsa.Relay;

/// <summary>By whom a bureau's certificate has to be, where its network has an authority of its own that no machine knows.</summary>
internal static class BureauTrust
{
    /// <summary>Certificates of authorities in PEM; empty where no file is named, or what is wrong was said.</summary>
    public static X509Certificate2Collection Read(string? file, string folder, Action<bool, string, object?, string> require)
    {
        var read = new X509Certificate2Collection();
        if (file is null)
            return read;
        var path = Path.Combine(folder, file);
        require(File.Exists(path), "ca_file", file, "name a file of certificates in PEM");
        if (!File.Exists(path))
            return read;
        try
        {
            read.ImportFromPemFile(path);
        }
        catch (CryptographicException)
        {
            read.Clear();
        }

        require(read.Count > 0, "ca_file", file, "hold the certificates in PEM of whoever may have issued the bureau's");
        return read;
    }

    /// <summary>The name in the certificate, and its dates, are checked as ever.</summary>
    public static SslClientAuthenticationOptions Options(X509Certificate2Collection authorities)
    {
        var options = new SslClientAuthenticationOptions();
        if (authorities.Count == 0)
            return options;
        // A closed network reaches no list of revoked certificates.
        options.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        options.CertificateChainPolicy.CustomTrustStore.AddRange(authorities);
        return options;
    }
}
