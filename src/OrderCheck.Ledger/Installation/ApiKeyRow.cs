using OrderCheck.Core.Identity;

namespace OrderCheck.Ledger.Installation;

/// <summary>An API key as it is kept: never the key itself.</summary>
public sealed record ApiKeyRow
{
    /// <summary>Names the key in lists and audit; no secret.</summary>
    public required string KeyId { get; init; }

    /// <summary>HMAC-SHA256 of the key under the installation's pepper, 32 bytes, unique: how it is found.</summary>
    public required ReadOnlyMemory<byte> Lookup { get; init; }
    public required ReadOnlyMemory<byte> Salt { get; init; }

    /// <summary>Salted hash of the key: how it is proved.</summary>
    public required ReadOnlyMemory<byte> Hash { get; init; }

    /// <summary>fixmedins_codes it may act for.</summary>
    public required IReadOnlyList<string> Hospitals { get; init; }

    /// <summary>Roles it may act in.</summary>
    public required IReadOnlyList<Role> Roles { get; init; }
    public string Note { get; init; } = "";
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since then it opens nothing.</summary>
    public DateTimeOffset? RevokedAt { get; init; }
}
