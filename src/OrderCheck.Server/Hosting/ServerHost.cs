using System.Net;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using OrderCheck.Grains.Hosting;
using OrderCheck.Ledger;
using OrderCheck.Server.Administration;
using OrderCheck.Server.Checkpoints;
using OrderCheck.Server.Demo;
using OrderCheck.Server.Encounters;
using OrderCheck.Server.Errors;
using OrderCheck.Server.Grouping;
using OrderCheck.Server.Health;
using OrderCheck.Server.Hospitals;
using OrderCheck.Server.Identity;
using OrderCheck.Server.Json.Lines;
using OrderCheck.Server.Nhsa;
using OrderCheck.Server.Nhsa.Relay;
using OrderCheck.Server.OpenApi;
using OrderCheck.Server.Overload;
using OrderCheck.Server.Releases;
using OrderCheck.Server.Telemetry;
using Serilog;

namespace OrderCheck.Server.Hosting;

/// <summary>Puts the service together: the composition root.</summary>
internal static class ServerHost
{
    /// <summary>The largest message that is read. 1 000 charges are about 0.4 MB.</summary>
    public const int LargestMessage = 4 * 1024 * 1024;

    /// <param name="commandLine">Without faults.</param>
    /// <param name="add">What a test adds, such as a place to collect logs.</param>
    /// <param name="environment">Null takes the process's: "Production" unless DOTNET_ENVIRONMENT says otherwise.</param>
    /// <exception cref="OptionsValidationException">A setting cannot work; the failures name it.</exception>
    public static WebApplication Build(CommandLine commandLine, Action<IServiceCollection>? add = null, string? environment = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        AddSettings(builder, commandLine);
        var options = Bind(builder);
        builder.Services.AddSingleton(FirstRelease.Begin(options.Rules));
        // The logger is this server's, and ends with it: a static one would be that of whichever server of the process made its own last.
        builder.Host.UseSerilog((_, services, logging) => Logging.Configure(logging.ReadFrom.Services(services), options), preserveStaticLogger: true);
        builder.WebHost.ConfigureKestrel(kestrel => Listen(kestrel, options));
        AddParts(builder, options);
        AddWire(builder.Services, traced: options.OtlpEndpoint is not null);
        builder.Services.AddTelemetry(options);
        if (builder.Environment.IsDevelopment())
            builder.Services.AddGrpcReflection();
        add?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseWire(options);
        app.MapGrpcService<OrderCheckApi>();
        app.MapGrpcService<AdministrationApi>();
        app.MapGrpcService<GroupingApi>();
        app.MapJsonLines<Protocol.V1.GroupCaseRequest, Protocol.V1.CaseGroup>(
            Protocol.V1.GroupingService.Descriptor, nameof(GroupingApi.GroupStream), app.Services.GetRequiredService<GroupingApi>().GroupStream);
        if (app.Environment.IsDevelopment())
            app.MapGrpcReflectionService();
        app.MapHealth();
        app.MapOpenApi();
        app.MapNhsa();
        if (!options.NoMetrics)
            app.MapMetrics();
        return app;
    }

    private static void AddSettings(WebApplicationBuilder builder, CommandLine commandLine)
    {
        var variables = Settings.All
            .Select(static s => KeyValuePair.Create(s.Path, Environment.GetEnvironmentVariable(s.Variable)))
            .Where(static p => !string.IsNullOrEmpty(p.Value));
        builder.Configuration.AddInMemoryCollection(variables);
        builder.Configuration.AddInMemoryCollection(commandLine.Values);
    }

    private static OrderCheckOptions Bind(WebApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection(OrderCheckOptions.Section);
        var faults = SettingTypes.Faults(section).ToList();
        if (faults.Count > 0)
            throw new OptionsValidationException(OrderCheckOptions.Section, typeof(OrderCheckOptions), faults);
        var options = section.Get<OrderCheckOptions>() ?? new OrderCheckOptions();
        var result = new OrderCheckOptionsValidator().Validate(null, options);
        if (result.Failed)
            throw new OptionsValidationException(OrderCheckOptions.Section, typeof(OrderCheckOptions), result.Failures);
        var taken = Ports.Faults(options).ToList();
        if (taken.Count > 0)
            throw new OptionsValidationException(OrderCheckOptions.Section, typeof(OrderCheckOptions), taken);
        builder.Services.AddSingleton(Options.Create(options));
        return options;
    }

    private static void Listen(KestrelServerOptions kestrel, OrderCheckOptions options)
    {
        kestrel.AddServerHeader = false;
        var address = IPAddress.Parse(options.Listen);
        if (options.TlsCertificate is null)
        {
            // Without TLS there is no way to agree on a protocol: gRPC needs a port of its own.
            kestrel.Listen(address, options.HttpPort, static o => o.Protocols = HttpProtocols.Http1);
            kestrel.Listen(address, options.GrpcPort, static o => o.Protocols = HttpProtocols.Http2);
            return;
        }

        var certificate = Certificates.Load(options);
        foreach (var port in new[] { options.HttpPort, options.GrpcPort })
            kestrel.Listen(address, port, o => o.UseHttps(certificate).Protocols = HttpProtocols.Http1AndHttp2);
    }

    /// <summary>Hosted services start in this order: the store, the silo, then the opening of the house.</summary>
    private static void AddParts(WebApplicationBuilder builder, OrderCheckOptions options)
    {
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddOrderCheckLedger(store =>
        {
            store.Kind = options.StorePostgres is null ? StoreKind.Sqlite : StoreKind.Postgres;
            store.DataDirectory = options.Data;
            store.ConnectionString = options.StorePostgres;
        });
        services.AddSingleton<Readiness>();
        services.AddHostedService<CheckpointService>();
        var silo = builder.Configuration.GetSection(SiloOptions.Section).Get<SiloOptions>() ?? new SiloOptions();
        var valid = new SiloOptionsValidator().Validate(null, silo);
        if (valid.Failed)
            throw new OptionsValidationException(SiloOptions.Section, typeof(SiloOptions), valid.Failures);
        builder.UseOrleans(s => s.UseOrderCheckCluster(silo));
        services.AddOrderCheckGrains();
        services.AddSingleton(new ApiKeySecret(PepperFile.ReadOrCreate(options.Data)));
        services.AddSingleton<ApiKeyRegister>();
        services.AddSingleton<CallerReader>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<BootstrapKey>();
        services.AddSingleton<ReleaseKeeper>();
        services.AddHostedService(static provider => provider.GetRequiredService<ReleaseKeeper>());
        services.AddSingleton<ReleasePublisher>();
        services.AddSingleton<HospitalRegister>();
        services.AddSingleton<PatientIdentities>();
        services.AddSingleton<RuleCountReader>();
        services.AddSingleton<BatchPace>();
        services.AddSingleton<CallGate>();
        services.AddSingleton<CheckGuard>();
        services.AddBureauRelay(options);
        services.AddNhsa();
        services.AddSingleton<DemoLoader>();
        services.AddSingleton<Banner>();
        services.AddHostedService<StartUp>();
        services.AddHostedService<CompilerWatch>();
    }

    private static void AddWire(IServiceCollection services, bool traced)
    {
        services
            .AddGrpc(grpc =>
            {
                grpc.MaxReceiveMessageSize = LargestMessage;
                // Or a path that knows another HTTP method would be said not to be there: gRPC's clients read 404 as unimplemented.
                grpc.IgnoreUnknownServices = true;
                if (traced)
                    grpc.Interceptors.Add<TraceInterceptor>();
                grpc.Interceptors.Add<ErrorInterceptor>();
                grpc.Interceptors.Add<CallLimitInterceptor>();
                grpc.Interceptors.Add<CallerInterceptor>();
                grpc.Interceptors.Add<OverloadInterceptor>();
            })
            .AddJsonTranscoding(json =>
            {
                json.TypeRegistry = TypeRegistry.FromFiles(
                    Google.Rpc.ErrorDetailsReflection.Descriptor, Protocol.V1.ServicesReflection.Descriptor, Protocol.V1.GroupingReflection.Descriptor);
                // As protobuf's JSON has it: a double, which most readers make of a number, cannot hold every int64.
                json.JsonSettings.WriteInt64sAsStrings = true;
            });
        services.AddSingleton<CallChain>();
        services.AddCors();
        services.AddSingleton<OrderCheckApi>();
        services.AddSingleton<AdministrationApi>();
        services.AddSingleton<GrouperPool>();
        services.AddSingleton<GroupingApi>();
    }
}
