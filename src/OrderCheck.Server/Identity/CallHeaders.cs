namespace OrderCheck.Server.Identity;

/// <summary>The headers that say who calls, as text; "" where absent.</summary>
internal sealed record CallHeaders
{
    public string? ApiKey { get; init; }

    public string Role { get; init; } = "";

    public string Hospital { get; init; } = "";

    public string Department { get; init; } = "";

    /// <summary>Staff code; percent-encoded on the wire, because some hospitals' codes are not ASCII.</summary>
    public string Person { get; init; } = "";

    public static CallHeaders Of(HttpRequest request) => new()
    {
        ApiKey = request.Headers["x-api-key"],
        Role = Text(request, "x-oc-role"),
        Hospital = Text(request, "x-oc-hospital"),
        Department = Uri.UnescapeDataString(Text(request, "x-oc-department")),
        Person = Uri.UnescapeDataString(Text(request, "x-oc-person")),
    };

    /// <summary>Without the key: it must not slip into a log.</summary>
    public override string ToString() => $"{Role} {Hospital} {Department} {Person}";

    private static string Text(HttpRequest request, string name) => request.Headers[name].ToString();
}
