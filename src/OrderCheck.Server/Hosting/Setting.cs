namespace OrderCheck.Server.Hosting;

/// <summary>One thing that can be set: as an option, an environment variable or a configuration key.</summary>
/// <param name="Option">Without the dashes: "http-port".</param>
/// <param name="Key">Property of <see cref="OrderCheckOptions"/>.</param>
/// <param name="Argument">What follows the option, null for a switch.</param>
/// <param name="Help">One line.</param>
internal sealed record Setting(string Option, string Key, string? Argument, string Help)
{
    /// <summary>"ORDERCHECK_HTTP_PORT".</summary>
    public string Variable => "ORDERCHECK_" + Option.Replace('-', '_').ToUpperInvariant();

    /// <summary>"OrderCheck:HttpPort".</summary>
    public string Path => $"{OrderCheckOptions.Section}:{Key}";
}
