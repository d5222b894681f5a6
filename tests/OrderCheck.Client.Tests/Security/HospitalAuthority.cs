using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OrderCheck.Client.Tests.Security;

/// <summary>A certificate authority as a hospital runs one, which no machine trusts by itself.</summary>
internal sealed class HospitalAuthority : IDisposable
{
    private readonly X509Certificate2 _authority;

    public HospitalAuthority()
    {
        var request = new CertificateRequest("CN=Hospital CA", RSA.Create(2048), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        _authority = request.CreateSelfSigned(Now.AddDays(-1), Now.AddDays(30));
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>What a client is told of it: without its key.</summary>
    public X509Certificate2Collection Public => [X509CertificateLoader.LoadCertificate(_authority.RawData)];

    /// <summary>A server's certificate for a loopback address.</summary>
    public X509Certificate2 Issue(string address)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=ordercheck", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(System.Net.IPAddress.Parse(address));
        request.CertificateExtensions.Add(names.Build());
        using var issued = request.Create(_authority, Now.AddDays(-1), Now.AddDays(7), RandomNumberGenerator.GetBytes(8));
        using var withKey = issued.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null);
    }

    public void Dispose() => _authority.Dispose();
}
