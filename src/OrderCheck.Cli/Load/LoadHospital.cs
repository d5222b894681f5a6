using Grpc.Core;
using Grpc.Net.Client;
using OrderCheck.Cli.Servers;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Simulation;
using OrderCheck.Protocol.V1;

namespace OrderCheck.Cli.Load;

/// <summary>Sets up a server of the measurement's own as an administrator would: a hospital, its prices, and the HIS's key.</summary>
internal static class LoadHospital
{
    /// <returns>Who calls.</returns>
    public static async Task<Seat> SetUpAsync(LoadServer server, DemoHospital demo, CancellationToken cancellation)
    {
        using var channel = GrpcChannel.ForAddress(server.Address);
        var administration = new AdministrationService.AdministrationServiceClient(channel);
        var options = new CallOptions(new Metadata { { "x-api-key", server.BootstrapKey } }, cancellationToken: cancellation);
        await administration.PutHospitalAsync(
            new Hospital { Code = demo.Hospital.Code, Name = demo.Hospital.Name, Level = demo.Hospital.Level ?? 3, Type = "general" }, options);
        // The seed's other tables are the release's own, which a new hospital starts with.
        var prices = new PutDictionaryRequest { Hospital = demo.Hospital.Code, Kind = "prices", Csv = demo.DictionarySeed.Single(static file => file.Path == DictionarySeed.Prices).Text };
        if (prices.Csv.AsSpan().Count('\n') > 1)
            await administration.PutDictionaryAsync(prices, options);
        var key = await administration.CreateApiKeyAsync(
            new CreateApiKeyRequest { Hospitals = { demo.Hospital.Code }, Roles = { "his" }, Note = "load" }, options);
        return new Seat(key.ApiKey, "his", "", "load");
    }
}
