using OrderCheck.Protocol.V1;

namespace OrderCheck.EndToEnd.Servers;

/// <summary>Sets up a server that started empty and closed: the first administrator, a hospital, and the HIS's key.</summary>
internal static class Installation
{
    public const string HospitalCode = "H99999900001";

    /// <returns>The HIS's API key.</returns>
    public static async Task<string> SetUpAsync(ServerProcess server, string data)
    {
        using var first = new His(server.GrpcAddress, await BootstrapKeyAsync(data), role: "admin");
        await first.Administration.PutHospitalAsync(
            new Hospital { Code = HospitalCode, Name = "端到端测试医院", Level = 3, Type = "general", TimeZone = "Asia/Shanghai", Region = "示例市" }, first.Options);
        return await KeyAsync(first, HospitalCode, "his", "doctor", "nurse", "officer");
    }

    /// <returns>A new key for these roles in a hospital.</returns>
    public static async Task<string> KeyAsync(His administrator, string hospital, params string[] roles)
    {
        var key = new CreateApiKeyRequest { Note = "end-to-end tests" };
        key.Hospitals.Add(hospital);
        key.Roles.Add(roles);
        return (await administrator.Administration.CreateApiKeyAsync(key, administrator.Options)).ApiKey;
    }

    /// <summary>The first administrator's key, which the server wrote for its operator.</summary>
    public static async Task<string> BootstrapKeyAsync(string data) => (await File.ReadAllTextAsync(Path.Combine(data, "bootstrap-key"))).Trim();
}
