using Microsoft.OpenApi;

namespace OrderCheck.Server.OpenApi;

/// <summary>The headers that say who calls, as security schemes: set once for a whole client, not with every call.</summary>
internal static class Callers
{
    private static readonly (string Scheme, string Header, string Description)[] Headers =
    [
        ("apiKey", "x-api-key", "The HIS's key; an administrator makes it with CreateApiKey. Always required."),
        ("role", "x-oc-role", "In which of the key's roles: his, doctor, nurse, pharmacist, officer, head, coder, admin, monitor. May be left out where the key has one role, or his."),
        ("hospital", "x-oc-hospital", "fixmedins_code of the hospital; required where the key is for several."),
        ("department", "x-oc-department", "Code of the caller's department, percent-encoded; may be left out."),
        ("person", "x-oc-person", "Staff code of who sits at the screen, percent-encoded; may be left out."),
    ];

    public static OpenApiComponents Schemes() => new()
    {
        SecuritySchemes = Headers.ToDictionary(
            static h => h.Scheme,
            static h => (IOpenApiSecurityScheme)new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = h.Header,
                Description = h.Description,
            }),
    };

    /// <summary>The key alone, or with who sits at the screen, or for one of several hospitals.</summary>
    public static IList<OpenApiSecurityRequirement> Requirements(OpenApiDocument document) =>
    [
        Requirement(document, "apiKey"),
        Requirement(document, "apiKey", "role", "department", "person"),
        Requirement(document, "apiKey", "role", "hospital", "department", "person"),
    ];

    private static OpenApiSecurityRequirement Requirement(OpenApiDocument document, params string[] schemes)
    {
        var requirement = new OpenApiSecurityRequirement();
        foreach (var scheme in schemes)
            requirement.Add(new OpenApiSecuritySchemeReference(scheme, document), []);
        return requirement;
    }
}
