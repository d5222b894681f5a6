using OrderCheck.EndToEnd.Servers;

namespace OrderCheck.EndToEnd.Ward;

/// <summary>A hospital of the ward, and who calls from it.</summary>
internal sealed class WardHospital(string grpcAddress, string apiKey) : IDisposable
{
    /// <summary>The HIS itself sees everything; at a user's screen there is what is for the user.</summary>
    public const string Everybody = "HIS";

    public static readonly IReadOnlyDictionary<string, string> Roles = new Dictionary<string, string>
    {
        [Everybody] = "his",
        ["医师"] = "doctor",
        ["护士"] = "nurse",
        ["药师"] = "pharmacist",
        ["医保办"] = "officer",
    };

    private readonly Dictionary<string, His> _screens = Roles.ToDictionary(role => role.Key, role => new His(grpcAddress, apiKey, role.Value));

    public His Of(string role) => _screens.GetValueOrDefault(role) ?? throw new WardFault($"没有角色“{role}”，可写{string.Join('、', Roles.Keys)}");

    public void Dispose()
    {
        foreach (var screen in _screens.Values)
            screen.Dispose();
    }
}
