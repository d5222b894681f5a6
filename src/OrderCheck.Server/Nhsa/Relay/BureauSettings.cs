using System.Security.Cryptography.X509Certificates;
using OrderCheck.Interop.Nhsa.Relay;

namespace OrderCheck.Server.Nhsa.Relay;

/// <summary>How one hospital's requests reach its insurance bureau.</summary>
internal sealed record BureauSettings
{
    public required string Hospital { get; init; }

    /// <summary>By NHSA's number of the transaction: "3101", "3102", "3103".</summary>
    public required IReadOnlyDictionary<string, Uri> Urls { get; init; }

    /// <summary>From the arrival of a request: after it the HIS is answered without the bureau.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>After it the bureau is not waited for at all.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Requests that may wait for the bureau at once; further ones are answered without it.</summary>
    public int AtOnce { get; init; } = 16;

    /// <summary>The HIS sees the bureau's answer alone, byte for byte; what we would have said is recorded.</summary>
    public bool BureauOnly { get; init; }

    /// <summary>Whose certificates the bureau's may be by, and nobody else's; empty: as the machine trusts.</summary>
    public X509Certificate2Collection Authorities { get; init; } = [];

    /// <summary>Null: requests are not signed.</summary>
    public BureauCredentials? Credentials { get; init; }

    /// <summary>What the gateway wants besides, such as a service's id.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public RuleEquivalents SameRules { get; init; } = RuleEquivalents.None;
}
