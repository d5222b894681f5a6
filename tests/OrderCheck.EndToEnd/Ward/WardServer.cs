using OrderCheck.EndToEnd.Servers;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.EndToEnd.Ward;

/// <summary>One server for the whole ward, with hospitals of three levels; its log must have no error when the ward is done.</summary>
public sealed class WardServer : IAsyncLifetime
{
    private readonly Dictionary<string, WardHospital> _hospitals = new(StringComparer.Ordinal);
    private OwnServer? _server;

    internal WardCatalogue Catalogue { get; } = new(Repository.Rules);

    /// <param name="name">三级, 二级 or 一级.</param>
    internal WardHospital Of(string name) =>
        _hospitals.GetValueOrDefault(name) ?? throw new WardFault($"没有医院“{name}”，可写{string.Join('、', _hospitals.Keys)}");

    public async ValueTask InitializeAsync()
    {
        _server = await OwnServer.StartAsync();
        using var administrator = new His(_server.Process.GrpcAddress, await Installation.BootstrapKeyAsync(_server.Data), role: "admin");
        foreach (var (name, level, type) in ((string, int, string)[])[("三级", 3, "general"), ("二级", 2, "general"), ("一级", 1, "community")])
        {
            var code = $"H9999990030{level}";
            await administrator.Administration.PutHospitalAsync(
                new Hospital { Code = code, Name = $"病房{name}医院", Level = level, Type = type, TimeZone = "Asia/Shanghai", Region = "示例市" }, administrator.Options);
            foreach (var kind in (string[])["departments", "staff"])
            {
                var csv = await File.ReadAllTextAsync(Path.Combine(WardHistory.Folder, $"{kind}.csv"));
                await administrator.Administration.PutDictionaryAsync(new PutDictionaryRequest { Hospital = code, Kind = kind, Csv = csv }, administrator.Options);
            }
            _hospitals[name] = new WardHospital(
                _server.Process.GrpcAddress, await Installation.KeyAsync(administrator, code, [.. WardHospital.Roles.Values]));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var hospital in _hospitals.Values)
            hospital.Dispose();
        if (_server is null)
            return;
        var process = _server.Process;
        await _server.DisposeAsync();
        process.AssertNoUnexpectedErrors();
    }
}
