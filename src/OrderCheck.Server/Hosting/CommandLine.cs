namespace OrderCheck.Server.Hosting;

/// <summary>The arguments, read strictly: a mistyped option must not start a service that is set otherwise than meant.</summary>
/// <param name="Values">By configuration path.</param>
/// <param name="Help">Only the help text is wanted.</param>
/// <param name="Faults">Why this is no command line; empty if it is one.</param>
internal sealed record CommandLine(IReadOnlyDictionary<string, string?> Values, bool Help, IReadOnlyList<string> Faults)
{
    /// <summary>Accepts "--option VALUE", "--option=VALUE" and "--switch".</summary>
    public static CommandLine Parse(IReadOnlyList<string> args)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        var faults = new List<string>();
        var help = false;
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] is "--help" or "-h" or "-?")
            {
                help = true;
                continue;
            }

            var (name, value) = Split(args[i]);
            if (Settings.All.FirstOrDefault(s => "--" + s.Option == name) is not { } setting)
                faults.Add($"{name} is no option; --help lists them.");
            else if (setting.Argument is null)
                SetSwitch(setting, value, values, faults);
            else if (value is null && ++i >= args.Count)
                faults.Add($"{name} needs a value: {name} {setting.Argument}.");
            else if (!values.TryAdd(setting.Path, value ?? args[i]))
                faults.Add($"{name} is given twice.");
        }

        return new CommandLine(values, help, faults);
    }

    private static void SetSwitch(Setting setting, string? value, Dictionary<string, string?> values, List<string> faults)
    {
        if (value is null or "true" or "false")
            values[setting.Path] = value ?? "true";
        else
            faults.Add($"--{setting.Option} is {value}; it must be true or false, or stand alone.");
    }

    private static (string Name, string? Value) Split(string argument)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (argument, null) : (argument[..equals], argument[(equals + 1)..]);
    }
}
