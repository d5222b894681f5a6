using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;

namespace OrderCheck.Client;

/// <summary>How to reach the service, as whom, and how long to wait. Read once by <see cref="OrderCheckClient.Create"/>.</summary>
public sealed class OrderCheckClientOptions
{
    /// <summary>
    /// Absolute, http or https. On .NET 10 the gRPC port (http://host:5081), elsewhere the JSON port (http://host:5080). Whether
    /// the connection is encrypted is what the address says.
    /// </summary>
    public Uri? Address { get; set; }

    /// <summary>The HIS's key, visible ASCII characters.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>fixmedins_code, where the key is for several hospitals; otherwise "".</summary>
    public string Hospital { get; set; } = "";

    /// <summary>Who sits at this workstation; each call may name another.</summary>
    public Seat Seat { get; set; } = new Seat();

    /// <summary>A check is answered, or unchecked, after this long. 30 ms to 10 s, default 200 ms.</summary>
    public TimeSpan CheckDeadline { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>A question is answered, or failed, after this long. 50 ms to 10 min, default 5 s.</summary>
    public TimeSpan ReadDeadline { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>A write is sent again and again for this long. 50 ms to 10 min, default 10 s.</summary>
    public TimeSpan WriteDeadline { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>One sending of a write may take this long. 50 ms to <see cref="WriteDeadline"/>, default 3 s.</summary>
    public TimeSpan WriteAttemptDeadline { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Both of these for a posting of automatic charges alone: the service works the batch of midnight off in half a minute, so that
    /// it holds up no check, and a posting waits for the lines before it. 50 ms to 10 min, default 2 min.
    /// </summary>
    public TimeSpan BatchDeadline { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>About how long to wait before a write is sent again; doubles each time, with jitter. 1 ms to 1 min, default 100 ms.</summary>
    public TimeSpan WriteRetryDelay { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest wait between two sendings. <see cref="WriteRetryDelay"/> to 1 min, default 2 s.</summary>
    public TimeSpan WriteLongestRetryDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>50 ms to 10 min, default 10 s.</summary>
    public TimeSpan WarmUpDeadline { get; set; } = TimeSpan.FromSeconds(10);

    public BreakerSettings Breaker { get; set; } = new BreakerSettings();

    /// <summary>
    /// The hospital's own certificate authorities: a server's certificate must lead to one of them, and to no other. Null trusts
    /// what the machine trusts.
    /// </summary>
    public X509Certificate2Collection? CertificateAuthorities { get; set; }

    /// <summary>The last word on a server's certificate, instead of <see cref="CertificateAuthorities"/>; true accepts it.</summary>
    public Func<X509Certificate2?, X509Chain?, SslPolicyErrors, bool>? ServerCertificateValidation { get; set; }

    /// <summary>
    /// Whether to go through the machine's proxy. Default false: the service is in the hospital's own network, and a proxy that is
    /// set for the internet only stands between.
    /// </summary>
    public bool UseProxy { get; set; }

    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Where the client tells of failures; never of patients or of what was sent. Null tells nobody.</summary>
    public ILogger? Logger { get; set; }

    internal OrderCheckClientOptions Copy()
    {
        var copy = (OrderCheckClientOptions)MemberwiseClone();
        copy.Breaker = Breaker.Copy();
        return copy;
    }
}
