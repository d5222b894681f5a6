using OrderCheck.Core.Identity;

namespace OrderCheck.Ledger.Wire;

/// <summary>How roles are spelled outside: in headers, API keys and the ledger.</summary>
public static class RoleNames
{
    public const string All = "his, doctor, nurse, pharmacist, officer, head, coder, admin, monitor";

    public static string Write(Role role) => role switch
    {
        Role.His => "his",
        Role.Doctor => "doctor",
        Role.Nurse => "nurse",
        Role.Pharmacist => "pharmacist",
        Role.Officer => "officer",
        Role.Administrator => "admin",
        Role.Monitor => "monitor",
        Role.Head => "head",
        Role.Coder => "coder",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "No such role."),
    };

    /// <exception cref="InvalidDataException">Not what <see cref="Write"/> writes.</exception>
    internal static Role Read(string text) => TryRead(text, out var role) ? role : throw new InvalidDataException($"{FieldReader.Quote(text)} is no role.");

    public static bool TryRead(string text, out Role role)
    {
        role = text switch
        {
            "his" => Role.His,
            "doctor" => Role.Doctor,
            "nurse" => Role.Nurse,
            "pharmacist" => Role.Pharmacist,
            "officer" => Role.Officer,
            "admin" => Role.Administrator,
            "monitor" => Role.Monitor,
            "head" => Role.Head,
            "coder" => Role.Coder,
            _ => default,
        };
        return role != default;
    }
}
