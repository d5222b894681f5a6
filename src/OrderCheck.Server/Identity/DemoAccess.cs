using OrderCheck.Core.Identity;
using OrderCheck.Core.Simulation;
using OrderCheck.Ledger.Installation;

namespace OrderCheck.Server.Identity;

/// <summary>What the key "demo" may do: act as the demo HIS for the demo hospital. It is in no store, so no other start knows it.</summary>
internal static class DemoAccess
{
    public static ApiKeyRow Key { get; } = Make();

    private static ApiKeyRow Make()
    {
        var salt = ApiKeySecret.NewSalt();
        return new ApiKeyRow
        {
            KeyId = CallerReader.DemoKey,
            Lookup = default,
            Salt = salt,
            Hash = ApiKeySecret.Hash(salt, CallerReader.DemoKey),
            Hospitals = [DemoHospital.Code],
            Roles = [Role.His, Role.Doctor, Role.Nurse, Role.Pharmacist, Role.Officer, Role.Head, Role.Coder],
            CreatedAt = default,
        };
    }
}
