using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using OrderCheck.Grains.Encounters;
using Orleans.Configuration;
using StackExchange.Redis;

namespace OrderCheck.Grains.Hosting;

/// <summary>Makes a process a silo: alone on the loopback, or one of a cluster whose membership is in Redis.</summary>
public static class SiloHosting
{
    public static ISiloBuilder UseOrderCheckCluster(this ISiloBuilder silo, SiloOptions options)
    {
        silo.Configure<GrainCollectionOptions>(collection =>
            collection.ClassSpecificCollectionAge[typeof(EncounterGrain).FullName!] = options.IdleEncounter);
        if (options.Redis is null)
        {
            var port = options.SiloPort == 0 ? FreeLoopbackPort() : options.SiloPort;
            return silo.UseLocalhostClustering(port, gatewayPort: 0, primarySiloEndpoint: null, options.ServiceId, options.ClusterId);
        }
        return silo
            .Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (options.ClusterId, options.ServiceId))
            .UseRedisClustering(redis => redis.ConfigurationOptions = ConfigurationOptions.Parse(options.Redis))
            .ConfigureEndpoints(IPAddress.Parse(options.AdvertisedAddress!), options.SiloPort, gatewayPort: 0, listenOnAnyHostAddress: false);
    }

    private static int FreeLoopbackPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
