namespace OrderCheck.Server.Hosting;

/// <summary>What --help prints.</summary>
internal static class HelpText
{
    public static string Build()
    {
        var widest = Settings.All.Max(static s => Usage(s).Length);
        var options = string.Join(Environment.NewLine, Settings.All.Select(s => $"  {Usage(s).PadRight(widest)}  {s.Help}"));
        return $"""
            OrderCheck tells what the medical-insurance rules say about orders and charges.

            OrderCheck.Server [OPTION]…

            {options}

            Each option is an environment variable too (ORDERCHECK_HTTP_PORT) and a configuration key (OrderCheck:HttpPort).
            Options win over variables, variables over appsettings.json.

            The first administrator
              A start without --demo on an empty store writes DIR/bootstrap-key (readable by its owner only). The key in it may
              create hospitals and keys (headers x-api-key and x-oc-role: admin). Create an administrator's key with it:
                curl -H "x-api-key: $(cat DIR/bootstrap-key)" -H "content-type: application/json" \
                     -d '{"{"}"roles":["admin"],"note":"first administrator"{"}"}' http://127.0.0.1:5080/v1/api-keys
              From then on the bootstrap key opens nothing and its file is gone.

            DIR/key-pepper is the installation's secret: API keys are looked up under it. Back it up with the store; without it
            every key has to be made anew.
            """;
    }

    private static string Usage(Setting setting) => setting.Argument is null ? $"--{setting.Option}" : $"--{setting.Option} {setting.Argument}";
}
