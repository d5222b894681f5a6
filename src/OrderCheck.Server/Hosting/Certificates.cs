using System.Security.Cryptography.X509Certificates;

namespace OrderCheck.Server.Hosting;

internal static class Certificates
{
    /// <summary>Reads a PEM or PFX file, with its key.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">No such certificate, no key, or a wrong password.</exception>
    public static X509Certificate2 Load(OrderCheckOptions options)
    {
        var file = options.TlsCertificate ?? throw new InvalidOperationException("No certificate is set.");
        if (Path.GetExtension(file).ToLowerInvariant() is ".pfx" or ".p12")
            return X509CertificateLoader.LoadPkcs12FromFile(file, options.TlsPassword);
        return options.TlsPassword is null
            ? X509Certificate2.CreateFromPemFile(file, options.TlsKey ?? file)
            : X509Certificate2.CreateFromEncryptedPemFile(file, options.TlsPassword, options.TlsKey ?? file);
    }
}
