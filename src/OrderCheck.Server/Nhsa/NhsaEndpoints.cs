namespace OrderCheck.Server.Nhsa;

/// <summary>NHSA's 3101, 3102 and 3103: the door of a HIS that changes one URL.</summary>
internal static class NhsaEndpoints
{
    public static void MapNhsa(this IEndpointRouteBuilder endpoints)
    {
        var door = endpoints.ServiceProvider.GetRequiredService<NhsaDoor>();
        // Whatever the method: who uses a wrong one is told so in the form that it reads.
        endpoints.Map("/nhsa/{number:maxlength(20)}", (HttpContext http, string number) => door.AnswerAsync(http, number)).WithDisplayName("nhsa");
    }

    public static void AddNhsa(this IServiceCollection services)
    {
        services.AddSingleton<SignedCallers>();
        services.AddSingleton<NhsaIdentity>();
        services.AddSingleton<PatientNames>();
        services.AddHostedService(static provider => provider.GetRequiredService<PatientNames>());
        services.AddSingleton<HospitalRegions>();
        services.AddSingleton<NhsaAudits>();
        services.AddSingleton<UnrecordedDispositions>();
        services.AddSingleton<Dispositions>();
        services.AddSingleton<NhsaFeedbacks>();
        services.AddSingleton<NhsaFailures>();
        services.AddSingleton<NhsaRelay>();
        services.AddSingleton<NhsaDoor>();
        services.AddHostedService<NhsaWarmUp>();
    }
}
